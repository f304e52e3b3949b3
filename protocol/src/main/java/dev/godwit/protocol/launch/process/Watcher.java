package dev.godwit.protocol.launch.process;

/// Hears what becomes of a process. Must not throw.
public interface Watcher {
  /// It said a line on standard error. Called by one thread.
  void said(String line);

  /// It has ended, with all that it started and all that was said. Called before anybody who waits
  /// for its end goes on.
  ///
  /// @param exit its exit code
  /// @param stopped whether it was stopped from here, rather than ended by itself
  void ended(int exit, boolean stopped);
}
