package dev.godwit.protocol.message;

import dev.godwit.core.error.GodwitException;

/// Messages that must not get lost and cannot be read. What is in them is never shown.
final class Damage {
  private Damage() {}

  /// @param type of the message: `RECORD`
  static GodwitException of(String type, String problem) {
    return GodwitException.contract(
            "protocol.damaged", "A " + type + " message cannot be read: " + problem + ".")
        .hint("This is a defect of the connector. Nothing that followed the message was taken.");
  }
}
