package dev.godwit.distribution;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// DuckDB's driver, which carries its native library for every platform.
///
/// The copy is stripped of all of them and this platform's library is laid beside it: the driver
/// finds it there and need not unpack 70 MB at every start. A platform that the driver does not
/// name keeps the whole jar.
record DuckDbJar(Path source) {
  private static final String LIBRARY = "libduckdb_java.so_";

  static boolean matches(Path jar) {
    return jar.getFileName().toString().startsWith("duckdb_jdbc-");
  }

  Path libraryIn(Path folder) {
    return folder.resolve(nameOfLibrary());
  }

  /// Writes the stripped copy and the library beside it unless both are newer than the driver.
  boolean update(Path copy) throws IOException {
    Path beside = libraryIn(copy.getParent());
    if (Files.exists(copy)
        && Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(source)) > 0) {
      return false;
    }
    try (ZipFile driver = new ZipFile(source.toFile())) {
      ZipEntry library = driver.getEntry(nameOfLibrary());
      if (library == null) {
        Files.copy(source, copy, REPLACE_EXISTING);
        return true;
      }
      try (InputStream in = driver.getInputStream(library)) {
        Files.copy(in, beside, REPLACE_EXISTING);
      }
      copyClasses(driver, copy);
    }
    return true;
  }

  private static void copyClasses(ZipFile driver, Path copy) throws IOException {
    try (OutputStream file = Files.newOutputStream(copy);
        ZipOutputStream out = new ZipOutputStream(file)) {
      Enumeration<? extends ZipEntry> entries = driver.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.getName().startsWith(LIBRARY)) {
          ZipEntry copied = new ZipEntry(entry.getName());
          copied.setTime(entry.getTime());
          out.putNextEntry(copied);
          try (InputStream in = driver.getInputStream(entry)) {
            in.transferTo(out);
          }
        }
      }
    }
  }

  private static String nameOfLibrary() {
    Platform platform = Platform.current();
    return LIBRARY + platform.os() + "_" + platform.processor();
  }
}
