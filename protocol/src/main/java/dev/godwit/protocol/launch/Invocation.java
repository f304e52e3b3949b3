package dev.godwit.protocol.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// One call of a connector.
///
/// @param command `spec`, `check`, `discover`, `read` or `write`
/// @param files contents by flag, such as `--config`, `--catalog`, `--state`, in the order of the
///   arguments. They go by files that only the connector can read
/// @param mask takes secrets out of lines that the connector says; must not throw
public record Invocation(
    String command, SequencedMap<String, byte[]> files, UnaryOperator<String> mask) {
  public Invocation {
    files = new LinkedHashMap<>(files);
  }

  /// A call that has no secrets.
  public Invocation(String command, Map<String, byte[]> files) {
    this(command, new LinkedHashMap<>(files), UnaryOperator.identity());
  }
}
