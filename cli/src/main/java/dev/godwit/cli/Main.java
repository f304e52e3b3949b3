package dev.godwit.cli;

/// Entry point of the `godwit` command.
public final class Main {
  private Main() {}

  /// Returns normally when the command succeeded; otherwise ends the process with its exit code.
  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("--version")) {
      System.out.println("godwit " + Version.read());
      return;
    }
    System.err.println("godwit: this build only knows --version");
    System.exit(2);
  }
}
