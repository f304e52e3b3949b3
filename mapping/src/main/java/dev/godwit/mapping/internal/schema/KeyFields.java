package dev.godwit.mapping.internal.schema;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.rule.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Key and cursor of a stream while rules change its fields.
public final class KeyFields {
  private final ConfiguredStream read;
  private List<FieldPath> key;
  private List<FieldPath> ownKey;
  private List<FieldPath> cursor;
  private List<FieldPath> ownCursor;

  public KeyFields(ConfiguredStream read) {
    this.read = read;
    this.key = read.primaryKey().stream().map(FieldPath::of).toList();
    this.ownKey = read.stream().primaryKey().stream().map(FieldPath::of).toList();
    this.cursor = path(read.cursorField());
    this.ownCursor = path(read.stream().defaultCursorField());
  }

  private static List<FieldPath> path(List<String> keys) {
    return keys.isEmpty() ? List.of() : List.of(FieldPath.of(keys));
  }

  /// Follows a field to where it goes.
  ///
  /// @param target gives for a path the one that takes its place
  void follow(UnaryOperator<FieldPath> target) {
    key = key.stream().map(target).toList();
    ownKey = ownKey.stream().map(target).toList();
    cursor = cursor.stream().map(target).toList();
    ownCursor = ownCursor.stream().map(target).toList();
  }

  /// Whether a field, something that it is in, or something in it is a part of the key.
  boolean isKey(FieldPath field) {
    return key.stream().anyMatch(part -> overlap(part, field));
  }

  /// A field no longer says what it said.
  ///
  /// @throws GodwitException CONFIG `mapping.lost-key` when the stream needs it as a key or cursor
  void lose(Predicate<FieldPath> isLost, String rule) {
    loseKey(isLost, rule);
    loseCursor(isLost, rule);
  }

  void loseKey(Predicate<FieldPath> isLost, String rule) {
    for (FieldPath part : key) {
      if (isLost.test(part)) {
        throw lost(rule, part, "the primary key");
      }
    }
    ownKey = ownKey.stream().anyMatch(isLost) ? List.of() : ownKey;
  }

  void loseCursor(Predicate<FieldPath> isLost, String rule) {
    boolean needed = read.syncMode() == SyncMode.INCREMENTAL || read.writeMode().needsKey();
    List<FieldPath> used = cursor.isEmpty() ? ownCursor : cursor;
    for (FieldPath path : used) {
      if (needed && isLost.test(path)) {
        throw lost(rule, path, "the cursor");
      }
    }
    cursor = cursor.stream().anyMatch(isLost) ? List.of() : cursor;
    ownCursor = ownCursor.stream().anyMatch(isLost) ? List.of() : ownCursor;
  }

  static boolean overlap(FieldPath one, FieldPath other) {
    return one.leadsTo(other) || other.leadsTo(one);
  }

  private static GodwitException lost(String rule, FieldPath field, String role) {
    return GodwitException.config(
            "mapping.lost-key",
            "%s would lose %s, which is %s of the stream.".formatted(rule, field, role))
        .hint(
            "Rename it, or hash or tokenise a key: both keep rows apart. Or write the stream"
                + " without a key, with append or overwrite.");
  }

  /// The stream as it lands.
  public ConfiguredStream written(Map<String, @Nullable Object> schema) {
    Stream stream = read.stream();
    return new ConfiguredStream(
        new Stream(
            stream.name(),
            schema,
            stream.syncModes(),
            stream.sourceDefinedCursor(),
            keys(ownCursor).stream().flatMap(List::stream).toList(),
            keys(ownKey),
            stream.resumable(),
            stream.fileBased()),
        read.syncMode(),
        read.writeMode(),
        keys(cursor).stream().flatMap(List::stream).toList(),
        keys(key),
        read.nested());
  }

  private static List<List<String>> keys(List<FieldPath> paths) {
    List<List<String>> keys = new ArrayList<>();
    for (FieldPath path : paths) {
      keys.add(path.keys());
    }
    return keys;
  }
}
