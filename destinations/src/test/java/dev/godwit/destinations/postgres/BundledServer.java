package dev.godwit.destinations.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A server's programs out of a library, for machines that have none installed.
final class BundledServer {
  private static final String FOLDER = "godwit-postgres-programs-";

  private BundledServer() {}

  /// Whether programs are there because they were unpacked.
  static boolean isUnpacked(Path programs) {
    return programs.toString().contains(FOLDER);
  }

  /// Unpacks the programs; null where the library has none for this machine.
  static @Nullable Path unpack() throws IOException, InterruptedException {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
    String archive =
        "/postgres-%s-%s.txz".formatted(system.contains("mac") ? "darwin" : system, processor);
    try (InputStream packed = BundledServer.class.getResourceAsStream(archive)) {
      if (packed == null) {
        return null;
      }
      Path folder = Files.createTempDirectory(FOLDER);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path file = folder.resolve("programs.txz");
      Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
      Process tar =
          new ProcessBuilder("tar", "-xJf", file.toString(), "-C", folder.toString())
              .inheritIO()
              .start();
      int status = tar.waitFor();
      Files.delete(file);
      return status == 0 ? folder.resolve("bin") : null;
    }
  }
}
