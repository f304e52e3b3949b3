package dev.godwit.protocol.message;

/// How far a stream has come.
public enum StreamProgress {
  STARTED,
  RUNNING,
  COMPLETE,
  INCOMPLETE
}
