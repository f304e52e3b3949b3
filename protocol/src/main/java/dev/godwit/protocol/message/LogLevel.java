package dev.godwit.protocol.message;

import dev.godwit.core.log.Log.Level;

/// How much a line of a connector matters.
public enum LogLevel {
  FATAL,
  ERROR,
  WARN,
  INFO,
  DEBUG,
  TRACE;

  static LogLevel of(Level level) {
    return switch (level) {
      case DEBUG -> DEBUG;
      case INFO -> INFO;
      case WARN -> WARN;
      case ERROR -> ERROR;
    };
  }

  /// The nearest level of our own log.
  public Level level() {
    return switch (this) {
      case FATAL, ERROR -> Level.ERROR;
      case WARN -> Level.WARN;
      case INFO -> Level.INFO;
      case DEBUG, TRACE -> Level.DEBUG;
    };
  }
}
