package dev.godwit.protocol.wire;

import dev.godwit.core.error.GodwitException;

/// Messages that must not get lost and cannot be read. What is in them is never shown.
public final class Damage {
  private Damage() {}

  /// A message that cannot be taken for what it was.
  ///
  /// @param type of the message: `RECORD`
  public static GodwitException of(String type, String problem) {
    return GodwitException.contract(
            "protocol.damaged", "A " + type + " message cannot be read: " + problem + ".")
        .hint("This is a defect of the connector. Nothing that followed the message was taken.");
  }
}
