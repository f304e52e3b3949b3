package dev.godwit.connection;

import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.error.Spelling;
import dev.godwit.core.schema.SchemaPolicy;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What texts in a connection mean.
final class Words {
  private Words() {}

  static @Nullable SyncMode syncMode(Section section) {
    return oneOf(section, "sync_mode", SyncMode.values(), SyncMode::wireName);
  }

  static @Nullable WriteMode writeMode(Section section) {
    return oneOf(section, "write_mode", WriteMode.values(), WriteMode::wireName);
  }

  static @Nullable Nested nested(Section section) {
    return oneOf(section, "nested", Nested.values(), Nested::wireName);
  }

  private static <T> @Nullable T oneOf(
      Section section, String key, T[] values, Function<T, String> name) {
    String word = section.text(key);
    if (word == null) {
      return null;
    }
    return Stream.of(values)
        .filter(value -> name.apply(value).replace('_', '-').equals(word.replace('_', '-')))
        .findFirst()
        .orElseThrow(() -> {
          List<String> names = Stream.of(values).map(name).toList();
          return GodwitException.config(
                  "connection.value",
                  Spelling.sentence("There is no " + key + " " + word, word, names))
              .hint("Possible: " + String.join(", ", names) + ".")
              .at(Place.file(null, 0, 0, section.path(key)));
        });
  }

  /// Keys from the outermost to the innermost, out of `outer.inner`.
  static List<String> path(@Nullable String dotted) {
    return dotted == null ? List.of() : List.of(dotted.split("\\.", -1));
  }

  static SchemaPolicy policy(Section section) {
    try {
      return SchemaPolicy.parse(section.words());
    } catch (GodwitException e) {
      throw e.at(Place.file(null, 0, 0, section.path()));
    }
  }
}
