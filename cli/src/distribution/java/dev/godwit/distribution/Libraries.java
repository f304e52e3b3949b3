package dev.godwit.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The folder of jars. The program's manifest names the others, so their order is fixed.
record Libraries(Path folder) {

  /// Makes the folder hold exactly the program and its dependencies; returns whether it changed.
  boolean update(Path program, List<Path> classPath) throws IOException {
    Files.createDirectories(folder);
    Set<Path> kept = new HashSet<>();
    boolean changed = add(program, kept);
    for (Path entry : classPath) {
      if (!Files.isDirectory(entry)) {
        changed |= add(entry, kept);
      }
    }
    return removeAllBut(kept) | changed;
  }

  private boolean add(Path jar, Set<Path> kept) throws IOException {
    Path copy = folder.resolve(jar.getFileName());
    kept.add(copy);
    if (DuckDbJar.matches(jar)) {
      DuckDbJar duckDb = new DuckDbJar(jar);
      kept.add(duckDb.libraryIn(folder));
      return duckDb.update(copy);
    }
    return OldJar.matches(jar) ? new OldJar(jar).update(copy) : Mirror.file(jar, copy);
  }

  private boolean removeAllBut(Set<Path> kept) throws IOException {
    boolean changed = false;
    try (Stream<Path> present = Files.list(folder)) {
      for (Path file : present.filter(file -> file.toString().endsWith(".jar")).toList()) {
        if (!kept.contains(file)) {
          Files.delete(file);
          changed = true;
        }
      }
    }
    return changed;
  }
}
