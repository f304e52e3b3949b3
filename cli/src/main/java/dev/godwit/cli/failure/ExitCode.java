package dev.godwit.cli.failure;

import dev.godwit.core.error.GodwitException;

/// What a command tells the shell.
public final class ExitCode {
  public static final int OK = 0;

  /// The command ran and failed.
  public static final int FAILED = 1;

  /// The command could not run: wrong usage, manifest or configuration.
  public static final int WRONG_INPUT = 2;

  /// Somebody pressed Ctrl-C.
  public static final int CANCELLED = 130;

  private ExitCode() {}

  public static int of(GodwitException error) {
    return switch (error.kind()) {
      case CONFIG -> WRONG_INPUT;
      case TRANSIENT, SYSTEM, CONTRACT -> FAILED;
    };
  }
}
