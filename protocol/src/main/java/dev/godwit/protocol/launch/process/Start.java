package dev.godwit.protocol.launch.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How to start a process.
///
/// @param command program and arguments
/// @param environment all of its environment
/// @param leash what ties it to Godwit
/// @param will what happens to it when Godwit is killed
/// @param patience how long it may take to end when it is asked to
public record Start(
    List<String> command,
    Map<String, String> environment,
    Leash leash,
    Leash.LastWill will,
    Duration patience) {
  public Start {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
