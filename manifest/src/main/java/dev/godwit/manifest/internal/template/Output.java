package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.PythonException;

/// The text that a template prints, up to a limit that no honest template reaches.
final class Output {
  private static final int MAX_LENGTH = 64 << 20;

  private final StringBuilder text = new StringBuilder();

  void append(String part) {
    if (text.length() + (long) part.length() > MAX_LENGTH) {
      throw PythonException.overflow("template prints too much");
    }
    text.append(part);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
