package dev.godwit.protocol.message;

import dev.godwit.core.log.Log.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How much a line of a connector matters.
public enum LogLevel {
  FATAL,
  ERROR,
  WARN,
  INFO,
  DEBUG,
  TRACE;

  public static LogLevel of(Level level) {
    return switch (level) {
      case DEBUG -> DEBUG;
      case INFO -> INFO;
      case WARN -> WARN;
      case ERROR -> ERROR;
    };
  }

  /// A level by its name, also by one that connectors write in its place; INFO when unknown.
  public static LogLevel named(@Nullable String name) {
    return switch (name == null ? "" : name.toUpperCase(Locale.ROOT)) {
      case "FATAL", "CRITICAL" -> FATAL;
      case "ERROR" -> ERROR;
      case "WARN", "WARNING" -> WARN;
      case "DEBUG" -> DEBUG;
      case "TRACE" -> TRACE;
      default -> INFO;
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
