package dev.godwit.protocol.launch;

/// How a program ended.
///
/// @param code 0 when all went well; 128 more than the signal where one killed it
public record Exit(int code) {
  private static final int SIGNALS = 128;
  private static final int MOST_SIGNALS = 64;
  private static final int NOT_RUNNABLE = 126;
  private static final int NOT_FOUND = 127;
  private static final int HUNG_UP = 1;
  private static final int INTERRUPTED = 2;
  private static final int ABORTED = 6;
  private static final int KILLED = 9;
  private static final int BAD_MEMORY = 11;
  private static final int BROKEN_PIPE = 13;
  private static final int TERMINATED = 15;

  public boolean ok() {
    return code == 0;
  }

  /// What happened, to go after the name of the program: `ended with exit code 1`.
  public String words() {
    int signal = code - SIGNALS;
    return switch (code) {
      case 0 -> "ended well";
      case NOT_RUNNABLE -> "could not be run (exit code 126)";
      case NOT_FOUND -> "or what it needs to run was not found (exit code 127)";
      default ->
          signal > 0 && signal <= MOST_SIGNALS
              ? "was ended by " + signal(signal) + " (exit code " + code + ")"
              : "ended with exit code " + code;
    };
  }

  private static String signal(int signal) {
    return switch (signal) {
      case HUNG_UP -> "SIGHUP: its terminal was closed";
      case INTERRUPTED -> "SIGINT: somebody interrupted it";
      case ABORTED -> "SIGABRT: it gave up by itself";
      case KILLED -> "SIGKILL: most often there was too little memory, or somebody killed it";
      case BAD_MEMORY -> "SIGSEGV: it crashed";
      case BROKEN_PIPE -> "SIGPIPE: nobody read what it wrote";
      case TERMINATED -> "SIGTERM: somebody asked it to end";
      default -> "signal " + signal;
    };
  }
}
