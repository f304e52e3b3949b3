package dev.godwit.destinations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// A folder that is a disk of its own, of a few megabytes, in memory. Only the superuser of Linux
/// can make one; for others the tests that need it are skipped.
public record SmallDisk(Path folder) implements AutoCloseable {
  public static SmallDisk of(Path folder, int megabytes) throws IOException, InterruptedException {
    Files.createDirectory(folder);
    SmallDisk disk = new SmallDisk(folder);
    Assumptions.assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", disk.path()),
        "only the superuser can make a small disk");
    return disk;
  }

  /// Makes the disk larger.
  public void growTo(int megabytes) throws IOException, InterruptedException {
    require("mount", "-o", "remount,size=" + megabytes + "m", path());
  }

  /// Lets nobody write any more.
  public void lock() throws IOException, InterruptedException {
    require("mount", "-o", "remount,ro", path());
  }

  @Override
  public void close() throws IOException {
    try {
      require("umount", "-l", path());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String path() {
    return folder.toString();
  }

  private static void require(String... command) throws IOException, InterruptedException {
    if (!succeeds(command)) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
