package dev.godwit.manifest.internal.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Python's `tuple`. Not a List, so that it stays distinct from `list`.
///
/// @param items unmodifiable
public record Tuple(List<@Nullable Object> items) {
  public static final Tuple EMPTY = new Tuple(List.of());

  public Tuple {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  public static Tuple of(@Nullable Object... items) {
    return new Tuple(Arrays.asList(items));
  }
}
