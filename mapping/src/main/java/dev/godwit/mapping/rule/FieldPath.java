package dev.godwit.mapping.rule;

import java.util.ArrayList;
import java.util.List;

/// Where a field lies in a row: `address.street`, `items[].mail` for that field in each element of
/// an array, `"first.name"` for a key with a dot. Immutable.
///
/// @param steps from the row to the field; begins with a key
public record FieldPath(List<Step> steps) {
  /// One step down.
  public sealed interface Step {
    /// To the field of an object.
    record Key(String name) implements Step {}

    /// To each element of an array.
    record Each() implements Step {}
  }

  public FieldPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.getFirst() instanceof Step.Each) {
      throw new IllegalArgumentException("a path begins with a key");
    }
  }

  /// A path of keys.
  public static FieldPath of(List<String> keys) {
    return new FieldPath(keys.stream().<Step>map(Step.Key::new).toList());
  }

  /// Reads a path.
  ///
  /// @throws dev.godwit.core.error.GodwitException CONFIG `mapping.bad-path`
  public static FieldPath parse(String text) {
    return new PathReader(text).whole();
  }

  /// The same path with another step at its end.
  public FieldPath then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new FieldPath(longer);
  }

  /// The first steps of this path.
  public FieldPath first(int count) {
    return new FieldPath(steps.subList(0, count));
  }

  public int length() {
    return steps.size();
  }

  /// The names on the path, where it leads through no array.
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Key(String name) -> keys.add(name);
        case Step.Each() -> throw new IllegalStateException(this + " leads through an array");
      }
    }
    return keys;
  }

  public boolean hasArrays() {
    return steps.stream().anyMatch(Step.Each.class::isInstance);
  }

  public Step last() {
    return steps.getLast();
  }

  /// Whether this path leads to `other` or to something that it is in.
  public boolean leadsTo(FieldPath other) {
    return length() <= other.length() && steps.equals(other.steps.subList(0, length()));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Step.Each() -> text.append("[]");
        case Step.Key(String name) -> text.append(text.isEmpty() ? "" : ".").append(quoted(name));
      }
    }
    return text.toString();
  }

  private static String quoted(String name) {
    boolean plain = !name.isBlank() && name.chars().noneMatch(c -> ".[]\"".indexOf(c) >= 0);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
