package dev.godwit.protocol.launch;

import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.process.Leash;
import dev.godwit.protocol.launch.process.Start;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What all calls of a program have in common.
///
/// @param environment what it sees of Godwit's environment
/// @param log gets what it says
record Surrounding(Map<String, String> environment, Leash leash, Duration patience, Log log) {
  Surrounding {
    environment = Map.copyOf(environment);
  }

  Start start(List<String> command, Leash.LastWill will) {
    return new Start(command, environment, leash, will, patience);
  }
}
