package dev.godwit.core;

import dev.godwit.core.log.Log;
import dev.godwit.core.time.Clocks;
import dev.godwit.core.time.Sleeper;
import java.time.Clock;
import java.util.Map;

/// What a connector takes from the world around it, so that tests and recordings can put in their
/// own.
///
/// @param clock the only source of the present
/// @param sleeper the only way to wait
/// @param variables environment variables: proxies, certificates
public record Surroundings(Clock clock, Sleeper sleeper, Map<String, String> variables, Log log) {
  public Surroundings {
    variables = Map.copyOf(variables);
  }

  /// The process's own clock (or the one that `GODWIT_NOW` freezes), environment and real waiting.
  public static Surroundings ofProcess(Log log) {
    Map<String, String> variables = System.getenv();
    return new Surroundings(Clocks.fromEnvironment(variables), Sleeper.real(), variables, log);
  }
}
