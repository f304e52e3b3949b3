package dev.godwit.core;

import dev.godwit.core.log.Log;
import dev.godwit.core.net.HttpTap;
import dev.godwit.core.time.Clocks;
import dev.godwit.core.time.Sleeper;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a connector takes from the world around it, so that tests and recordings can put in their
/// own.
///
/// @param clock the only source of the present
/// @param sleeper the only way to wait
/// @param variables environment variables: proxies, certificates
/// @param configs where configurations go that the connector changes
/// @param tap stands between manifests and the network; null where nothing does
public record Surroundings(
    Clock clock,
    Sleeper sleeper,
    Map<String, String> variables,
    Log log,
    ConfigStore configs,
    @Nullable HttpTap tap) {
  public Surroundings {
    variables = Map.copyOf(variables);
  }

  /// Surroundings in which requests go to the network.
  public Surroundings(
      Clock clock, Sleeper sleeper, Map<String, String> variables, Log log, ConfigStore configs) {
    this(clock, sleeper, variables, log, configs, null);
  }

  /// Surroundings that keep no configurations.
  public Surroundings(Clock clock, Sleeper sleeper, Map<String, String> variables, Log log) {
    this(clock, sleeper, variables, log, ConfigStore.NONE);
  }

  /// The process's own clock (or the one that `GODWIT_NOW` freezes), environment and real waiting.
  public static Surroundings ofProcess(Log log) {
    return of(System.getenv(), log);
  }

  /// As {@link #ofProcess}, with another environment.
  public static Surroundings of(Map<String, String> variables, Log log) {
    return new Surroundings(Clocks.fromEnvironment(variables), Sleeper.real(), variables, log);
  }

  /// These surroundings with another log.
  public Surroundings with(Log other) {
    return new Surroundings(clock, sleeper, variables, other, configs, tap);
  }

  /// These surroundings with another store.
  public Surroundings with(ConfigStore store) {
    return new Surroundings(clock, sleeper, variables, log, store, tap);
  }

  /// These surroundings with requests that go by way of a tap.
  public Surroundings tappedBy(HttpTap other) {
    return new Surroundings(clock, sleeper, variables, log, configs, other);
  }

  /// These surroundings in another time.
  public Surroundings in(Clock other, Sleeper waits) {
    return new Surroundings(other, waits, variables, log, configs, tap);
  }
}
