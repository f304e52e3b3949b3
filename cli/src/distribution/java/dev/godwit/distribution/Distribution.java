package dev.godwit.distribution;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Assembles what a user unpacks: launcher, libraries, runtime image and start-up cache.
///
/// Each part is left alone when nothing it is made of has changed, so that a repeated build costs
/// little.
///
/// @param root the repository's root
/// @param home the folder to fill
/// @param program the program's jar
/// @param classPath the jars it needs
/// @param complete whether to bring along a runtime and to pack archives
/// @param version names the archives
record Distribution(
    Path root, Path home, Path program, List<Path> classPath, boolean complete, String version) {

  /// @param args root, home, program, class path, the instant the build started, `complete` or
  ///   `local` (a folder for use on this machine alone), version
  public static void main(String[] args) throws IOException, InterruptedException {
    List<Path> classPath = Stream.of(args[3].split(File.pathSeparator)).map(Path::of).toList();
    Distribution distribution =
        new Distribution(
            Path.of(args[0]),
            Path.of(args[1]),
            Path.of(args[2]),
            classPath,
            args[5].equals("complete"),
            args[6]);
    distribution.update(Instant.parse(args[4]));
  }

  private void update(Instant started) throws IOException, InterruptedException {
    Files.createDirectories(home);
    boolean changed = false;
    for (String name : List.of("godwit", "LICENSE", "README.md")) {
      changed |= Mirror.file(root.resolve(name), home.resolve(name));
    }
    boolean jvmOrJars = new Libraries(home.resolve("lib")).update(program, classPath);
    RuntimeImage runtime = new RuntimeImage(home.resolve("runtime"));
    if (complete) {
      jvmOrJars |= runtime.update();
    }
    Path training = root.resolve("cli/src/main/distribution/training");
    StartCache cache = new StartCache(home, runtime.java(), program.getFileName());
    changed |= cache.update(training, jvmOrJars);
    pack(changed | jvmOrJars);
    leaveNote(runtime.java(), started);
  }

  private void pack(boolean changed) throws IOException, InterruptedException {
    Platform platform = Platform.current();
    Archives archives =
        new Archives(
            home, String.join("-", "godwit", version, platform.os(), platform.processor()));
    if (changed) {
      archives.delete();
    }
    if (complete) {
      archives.createMissing();
    }
  }

  /// Tells the launcher, in a file beside the folder, which `java` the cache was made with, and by
  /// that file's time since when a source counts as newer than this build.
  private void leaveNote(Path java, Instant started) throws IOException {
    Path note = home.resolveSibling("godwit.built");
    Files.writeString(note, java + System.lineSeparator());
    Files.setLastModifiedTime(note, FileTime.from(started));
  }
}
