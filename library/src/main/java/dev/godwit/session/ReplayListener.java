package dev.godwit.session;

import dev.godwit.session.play.ReplayTap.Asked;

/// Hears of a replay while it runs, on the thread that reads.
public interface ReplayListener {
  /// Hears nothing.
  ReplayListener SILENT =
      new ReplayListener() {
        @Override
        public void asked(Asked request) {}

        @Override
        public void row(String stream, String json) {}
      };

  /// A request was sent.
  void asked(Asked request);

  /// A row was read.
  void row(String stream, String json);
}
