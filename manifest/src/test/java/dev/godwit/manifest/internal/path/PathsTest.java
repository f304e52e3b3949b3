package dev.godwit.manifest.internal.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What paths find, remove and set in one tree, compared with the reference's path library.
class PathsTest {
  private static List<List<@Nullable Object>> table(String name) {
    return Recorded.table(PathsTest.class, "paths.json", name);
  }

  /// A new copy of the tree that all tables are about.
  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> tree() {
    Object tree = table("tree").getFirst().getFirst();
    return (Map<String, @Nullable Object>)
        Objects.requireNonNull(JsonParser.STRICT.parse(JsonWriter.bytes(tree)));
  }

  /// Cases in which we do something else than the reference: find other values, or fail where it
  /// does not.
  private static List<String> differences(
      String table, Function<List<Object>, @Nullable Object> ours) {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row : table(table)) {
      List<Object> path = list(row.getFirst());
      List<Object> expected = list(row.getLast());
      List<@Nullable Object> found = new ArrayList<>();
      try {
        Object value = ours.apply(path);
        found.add("value");
        found.add(value);
      } catch (GodwitException e) {
        found.add(e.code().equals("path.ambiguous") ? "ambiguous" : "error");
      }
      boolean bothFail = "error".equals(found.getFirst()) && "error".equals(expected.getFirst());
      if (!bothFail && !found.equals(expected)) {
        differences.add(path + ": expected " + expected + ", found " + found);
      }
    }
    return differences;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(@Nullable Object value) {
    return (List<Object>) Objects.requireNonNull(value);
  }

  @Test
  void oneValueIsFoundAsInTheReference() {
    assertThat(differences("find", path -> TreePath.of(path).find(tree(), List.of()))).isEmpty();
  }

  @Test
  void allValuesAreFoundAsInTheReference() {
    assertThat(differences("all", path -> TreePath.of(path).all(tree()))).isEmpty();
  }

  @Test
  void valuesAreRemovedAsInTheReference() {
    assertThat(
            differences(
                "remove",
                path -> {
                  Map<String, @Nullable Object> tree = tree();
                  TreePath.of(path).remove(tree);
                  return tree;
                }))
        .isEmpty();
  }

  @Test
  void valuesAreSetAsInTheReference() {
    assertThat(
            differences(
                "put",
                path -> {
                  Map<String, @Nullable Object> tree = tree();
                  Placement.put(tree, path.stream().map(Object::toString).toList(), "V");
                  return tree;
                }))
        .isEmpty();
  }
}
