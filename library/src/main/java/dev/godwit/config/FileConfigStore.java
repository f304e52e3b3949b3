package dev.godwit.config;

import dev.godwit.core.ConfigStore;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.log.Log;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes renewed credentials back into the configuration file, and touches nothing else of it. The
/// file is replaced as a whole and keeps its permissions, so that a crash leaves the old one or the
/// new one. What migrations change is not written: the next run migrates again.
final class FileConfigStore implements ConfigStore {
  private record Change(List<String> path, Object value) {}

  private final @Nullable Path file;
  private final List<String> root;
  private final Log log;

  /// @param file null where the configuration came without a file
  /// @param root keys that lead to the configuration in the file; none where it is all of it
  FileConfigStore(@Nullable Path file, List<String> root, Log log) {
    this.file = file;
    this.root = List.copyOf(root);
    this.log = log;
  }

  @Override
  public synchronized void keep(Update update) {
    List<Change> changes = new ArrayList<>();
    switch (update.cause()) {
      case MIGRATED -> {}
      case RENEWED -> collect(update.before(), update.after(), List.of(), changes);
    }
    if (changes.isEmpty()) {
      return;
    }
    Path target = file;
    if (target == null) {
      log.warn(
          "The source has renewed "
              + names(changes)
              + ", and there is no file to keep it in: use --config. The old value may be worth"
              + " nothing now.");
      return;
    }
    write(target, changes, update.before());
  }

  private static void collect(
      Map<?, ?> before, Map<?, ?> after, List<String> path, List<Change> changes) {
    after.forEach((key, value) -> {
      List<String> inner = new ArrayList<>(path);
      inner.add(String.valueOf(key));
      Object old = before.get(key);
      if (value instanceof Map<?, ?> map) {
        collect(old instanceof Map<?, ?> outer ? outer : Map.of(), map, inner, changes);
      } else if (value != null && !value.equals(old)) {
        changes.add(new Change(inner, value));
      }
    });
  }

  private void write(Path target, List<Change> changes, Map<String, @Nullable Object> before) {
    try {
      Path real = target.toRealPath();
      String text = Files.readString(real, StandardCharsets.UTF_8);
      warnOfValuesFromElsewhere(target, ConfigFile.parse(target, text), changes, before);
      ConfigText changed = new ConfigText(text);
      for (Change change : changes) {
        changed = changed.with(inFile(change.path()), VariableValues.escaped(change.value()));
      }
      replace(real, changed.text());
    } catch (IOException e) {
      throw GodwitException.system(
              "config.not-kept",
              "The source has renewed "
                  + names(changes)
                  + ", and the new value cannot be written: "
                  + (e instanceof FileSystemException f && f.getReason() != null
                      ? f.getReason()
                      : e.getClass().getSimpleName())
                  + ".")
          .at(Place.file(target.toString(), 0, 0, null))
          .hint("Make the file and its folder writable, and grant access anew.")
          .causedBy(e);
    }
  }

  /// Whoever gives such a value again on the next run, gives an old one.
  private void warnOfValuesFromElsewhere(
      Path target,
      Map<String, @Nullable Object> inFile,
      List<Change> changes,
      Map<String, @Nullable Object> before) {
    List<Change> elsewhere =
        changes.stream()
            .filter(change -> {
              Object given = at(before, change.path());
              return given != null
                  && !given.equals("")
                  && !Objects.equals(given, at(inFile, inFile(change.path())));
            })
            .toList();
    if (!elsewhere.isEmpty()) {
      log.warn(
          "%s was given by --set or a variable. The source has renewed it, and the new value is in"
                  .formatted(names(elsewhere))
              + " %s: leave the old one out next time.".formatted(target));
    }
  }

  private List<String> inFile(List<String> path) {
    return Stream.concat(root.stream(), path.stream()).toList();
  }

  private static @Nullable Object at(Object root, List<String> path) {
    Object value = root;
    for (String key : path) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }

  private static String names(List<Change> changes) {
    return String.join(
        ", ", changes.stream().map(change -> String.join(".", change.path())).toList());
  }

  /// Where no file may be made beside the old one, the old one is written over.
  private static void replace(Path file, String text) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    if (!Files.isWritable(folder)) {
      Files.writeString(file, text);
      return;
    }
    Path fresh = Files.createTempFile(folder, ".godwit", ".tmp");
    try {
      copyPermissions(file, fresh);
      Files.writeString(fresh, text);
      move(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(Files.getPosixFilePermissions(from));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
