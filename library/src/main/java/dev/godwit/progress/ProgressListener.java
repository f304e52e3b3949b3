package dev.godwit.progress;

/// Hears how far streams are. It is told one thing at a time, on threads of the sync, so it must be
/// quick; an exception of its own does not end the sync and is not heard.
@FunctionalInterface
public interface ProgressListener {
  /// Hears nothing.
  ProgressListener SILENT = progress -> {};

  /// Something has changed.
  ///
  /// @param progress of the stream from the beginning of the sync
  void on(Progress progress);
}
