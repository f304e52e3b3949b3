package dev.godwit.manifest.internal.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Python's `tuple`. Not a List, so that it stays distinct from `list`.
///
/// @param items unmodifiable
/// @param names of the items, for a named tuple; else empty
public record Tuple(List<@Nullable Object> items, List<String> names) {
  public static final Tuple EMPTY = new Tuple(List.of());

  public Tuple {
    items = Collections.unmodifiableList(new ArrayList<>(items));
    names = List.copyOf(names);
  }

  public Tuple(List<? extends @Nullable Object> items) {
    this(new ArrayList<>(items), List.of());
  }

  public static Tuple of(@Nullable Object... items) {
    return new Tuple(Arrays.asList(items));
  }

  /// A tuple whose items are attributes as well.
  public static Tuple named(List<String> names, @Nullable Object... items) {
    return new Tuple(Arrays.asList(items), names);
  }
}
