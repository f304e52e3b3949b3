package dev.godwit.registry.internal.index;

import java.util.regex.Pattern;

/// Names of Python packages, which become arguments of other programs.
final class PythonName {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?");

  private PythonName() {}

  static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches();
  }
}
