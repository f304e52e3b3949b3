package dev.godwit.manifest.internal.path;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.path.Segment.ListIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A path into a JSON value. Immutable.
public final class TreePath {
  private final List<Segment> segments;
  private final boolean plain;

  private TreePath(List<Segment> segments) {
    this.segments = List.copyOf(segments);
    this.plain = segments.stream().allMatch(Segment.Key.class::isInstance);
  }

  /// A path whose steps are texts (globs among them) and integers.
  public static TreePath of(List<? extends @Nullable Object> steps) {
    List<Segment> segments = new ArrayList<>();
    steps.forEach(step -> segments.add(Segment.of(step)));
    return new TreePath(segments);
  }

  /// Whether a step may find more than one key.
  public static boolean isGlob(String step) {
    return Segment.isGlob(step);
  }

  /// The keys of a path that goes through objects only and has no globs; null for any other.
  public @Nullable List<String> keys() {
    return plain ? segments.stream().map(segment -> ((Segment.Key) segment).name()).toList() : null;
  }

  /// The one value at the end of this path; `fallback` where there is none.
  ///
  /// @throws GodwitException CONFIG `path.ambiguous` when a glob finds more than one
  public @Nullable Object find(@Nullable Object root, @Nullable Object fallback) {
    if (segments.isEmpty()) {
      return root;
    }
    List<@Nullable Object> found = all(root);
    if (found.size() > 1) {
      throw GodwitException.config(
          "path.ambiguous", "The path " + this + " finds more than one value.");
    }
    return found.isEmpty() ? fallback : found.getFirst();
  }

  /// Every value at the end of this path.
  public List<@Nullable Object> all(@Nullable Object root) {
    List<@Nullable Object> found = new ArrayList<>();
    visit(root, 0, (parent, key, value) -> found.add(value));
    return found;
  }

  /// Takes away what lies at the end of this path. The last element of a list goes, any other
  /// becomes null, so that the rest keeps its place.
  public void remove(Map<String, @Nullable Object> root) {
    if (plain && segments.size() == 1) {
      root.remove(((Segment.Key) segments.getFirst()).name());
      return;
    }
    List<Runnable> removals = new ArrayList<>();
    visit(root, 0, (parent, key, value) -> removals.add(() -> Removal.remove(parent, key)));
    removals.forEach(Runnable::run);
  }

  /// Takes away what lies at the end of this path and passes a test. What follows in a list moves
  /// up.
  public void cut(Map<String, @Nullable Object> root, Predicate<@Nullable Object> test) {
    List<Runnable> cuts = new ArrayList<>();
    visit(
        root,
        0,
        (parent, key, value) -> {
          if (test.test(value)) {
            cuts.add(() -> Removal.cut(parent, key));
          }
        });
    cuts.reversed().forEach(Runnable::run);
  }

  /// Whether this path has no steps.
  public boolean isRoot() {
    return segments.isEmpty();
  }

  /// Puts `value` in the place of each value at the end of this path.
  ///
  /// @return how many places there were
  public int replace(Map<String, @Nullable Object> root, @Nullable Object value) {
    List<Runnable> changes = new ArrayList<>();
    visit(root, 0, (parent, key, former) -> changes.add(() -> Replacement.put(parent, key, value)));
    changes.forEach(Runnable::run);
    return changes.size();
  }

  private interface Visitor {
    void found(Object parent, Object key, @Nullable Object value);
  }

  /// Goes down from `node`. All of its children are found before any of theirs, which is the order
  /// of the reference.
  private void visit(@Nullable Object node, int depth, Visitor visitor) {
    if (depth == segments.size()) {
      return;
    }
    Segment segment = segments.get(depth);
    if (segment instanceof Segment.Stars && depth + 1 < segments.size()) {
      visit(node, depth + 1, visitor);
    }
    if (endsAt(depth)) {
      children(node, segment, visitor);
    }
    int next = segment instanceof Segment.Stars ? depth : depth + 1;
    if (next < segments.size()) {
      children(node, segment, (parent, key, value) -> visit(value, next, visitor));
    }
  }

  /// Whether a path may end with this step: it is the last one, or only `**` follows, which may
  /// stand for nothing.
  private boolean endsAt(int depth) {
    int last = segments.size() - 1;
    return depth == last || (depth == last - 1 && segments.getLast() instanceof Segment.Stars);
  }

  private static void children(@Nullable Object node, Segment segment, Visitor visitor) {
    switch (node) {
      case Map<?, ?> map when segment instanceof Segment.Key(String name) -> {
        if (map.containsKey(name)) {
          visitor.found(map, name, map.get(name));
        }
      }
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : List.copyOf(map.entrySet())) {
          Object key = entry.getKey();
          if (key != null && segment.matches(key)) {
            visitor.found(map, key, entry.getValue());
          }
        }
      }
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          ListIndex key = new ListIndex(i, list.size());
          if (segment.matches(key)) {
            visitor.found(list, key, list.get(i));
          }
        }
      }
      case null, default -> {}
    }
  }

  @Override
  public String toString() {
    return segments.toString();
  }
}
