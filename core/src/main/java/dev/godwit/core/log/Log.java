package dev.godwit.core.log;

/// Where the engine's log lines go. Thread-safe. Lines never contain secrets.
@FunctionalInterface
public interface Log {
  Log NONE = (level, message) -> {};

  void write(Level level, String message);

  default void info(String message) {
    write(Level.INFO, message);
  }

  default void warn(String message) {
    write(Level.WARN, message);
  }

  default void debug(String message) {
    write(Level.DEBUG, message);
  }

  /// How much a line matters. The names are those of the protocol.
  enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }
}
