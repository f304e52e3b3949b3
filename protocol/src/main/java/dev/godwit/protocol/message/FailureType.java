package dev.godwit.protocol.message;

import dev.godwit.core.error.ErrorKind;
import java.util.Locale;

/// Who can do something about an error of a connector.
public enum FailureType {
  SYSTEM_ERROR,
  CONFIG_ERROR,
  TRANSIENT_ERROR;

  public static FailureType of(ErrorKind kind) {
    return switch (kind) {
      case CONFIG -> CONFIG_ERROR;
      case TRANSIENT -> TRANSIENT_ERROR;
      case SYSTEM, CONTRACT -> SYSTEM_ERROR;
    };
  }

  public ErrorKind kind() {
    return switch (this) {
      case CONFIG_ERROR -> ErrorKind.CONFIG;
      case TRANSIENT_ERROR -> ErrorKind.TRANSIENT;
      case SYSTEM_ERROR -> ErrorKind.SYSTEM;
    };
  }

  /// The name on the wire: `config_error`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
