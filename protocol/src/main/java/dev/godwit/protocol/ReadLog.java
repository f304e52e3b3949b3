package dev.godwit.protocol;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log.Level;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.MessageWriter;

/// The log lines of a read, in the reference's words: people and platforms search for them.
record ReadLog(MessageWriter out) {
  void begun() {
    info("Starting syncing");
  }

  void started(StreamName stream) {
    info("Marking stream " + stream.name() + " as STARTED");
    info("Syncing stream: " + stream.name());
  }

  void running(StreamName stream) {
    info("Marking stream " + stream.name() + " as RUNNING");
  }

  void failed(StreamName stream, GodwitException error) {
    out.write(
        Message.Log.of(
            Level.ERROR, "Exception while syncing stream " + stream + ": " + error.describe()));
  }

  void ended(StreamName stream, long rows) {
    info("Read " + rows + " records from " + stream.name() + " stream");
    info("Marking stream " + stream.name() + " as STOPPED");
    info("Finished syncing " + stream.name());
  }

  void finished() {
    info("Finished syncing");
  }

  private void info(String text) {
    out.write(Message.Log.of(Level.INFO, text));
  }
}
