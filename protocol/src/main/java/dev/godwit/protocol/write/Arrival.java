package dev.godwit.protocol.write;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.message.Message;

/// What comes out of the input.
sealed interface Arrival {
  /// Room that it takes while it waits, in bytes.
  default long bytes() {
    return 0;
  }

  record Came(Message message) implements Arrival {
    @Override
    public long bytes() {
      return message instanceof Message.Rows rows ? rows.rows().bytes() : 0;
    }
  }

  /// There is no more.
  record End() implements Arrival {}

  /// The input can't be read any further.
  record Broken(Throwable problem) implements Arrival {
    GodwitException asGodwit() {
      return problem instanceof GodwitException known
          ? known
          : GodwitException.system("protocol.unexpected", "The input can't be read: " + problem)
              .causedBy(problem);
    }
  }
}
