package dev.godwit.protocol.write;

import dev.godwit.protocol.message.Message;
import org.jspecify.annotations.Nullable;

/// Messages that come one after the other. For one thread.
@FunctionalInterface
public interface Incoming {
  /// Waits for the next message; null at the end.
  @Nullable Message next();
}
