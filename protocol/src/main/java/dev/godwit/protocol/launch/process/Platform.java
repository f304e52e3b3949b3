package dev.godwit.protocol.launch.process;

import java.io.File;
import java.nio.file.FileSystems;
import java.util.Locale;

/// What kind of operating system this is.
public final class Platform {
  public static final boolean WINDOWS = File.separatorChar == '\\';

  /// Whether files have an owner's rights and those of others.
  public static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  static final boolean LINUX =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");

  private Platform() {}
}
