package dev.godwit.distribution;

import java.util.Locale;

/// The operating system and processor this build runs on, in the words that archives use.
record Platform(String os, String processor) {

  static Platform current() {
    return new Platform(
        os(System.getProperty("os.name").toLowerCase(Locale.ROOT)),
        processor(System.getProperty("os.arch").toLowerCase(Locale.ROOT)));
  }

  private static String os(String name) {
    if (name.startsWith("mac")) {
      return "macos";
    }
    return name.startsWith("windows") ? "windows" : name;
  }

  private static String processor(String name) {
    return switch (name) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> name;
    };
  }
}
