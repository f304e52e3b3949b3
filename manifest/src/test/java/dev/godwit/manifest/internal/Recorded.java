package dev.godwit.manifest.internal;

import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Answers of the reference that were written down.
public final class Recorded {
  private Recorded() {}

  /// The cases of one table; each is a list of inputs and, last, the answer.
  ///
  /// @param neighbour a class of the package in which the file lies
  public static List<List<@Nullable Object>> table(Class<?> neighbour, String file, String name) {
    Object content = read(neighbour, file);
    Object table = content instanceof Map<?, ?> tables ? tables.get(name) : null;
    List<List<@Nullable Object>> cases = new ArrayList<>();
    if (table instanceof List<?> rows) {
      rows.forEach(row -> cases.add(list(row)));
    }
    if (cases.isEmpty()) {
      throw new IllegalStateException("no table " + name + " in " + file);
    }
    return cases;
  }

  private static @Nullable Object read(Class<?> neighbour, String file) {
    try (InputStream in = Objects.requireNonNull(neighbour.getResourceAsStream(file), file)) {
      return JsonParser.LENIENT.parse(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<@Nullable Object> list(@Nullable Object row) {
    return (List<@Nullable Object>) Objects.requireNonNull(row);
  }
}
