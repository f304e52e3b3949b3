package dev.godwit.manifest.internal.record;

import dev.godwit.core.Slice;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A slice as components somewhere else are told of it.
public final class SliceArguments {
  private SliceArguments() {}

  /// The arguments of a call about a slice, to which others may be added.
  public static Map<String, @Nullable Object> of(Slice slice) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    arguments.put("partition", JsonValues.of(slice.partition()));
    arguments.put("interval", JsonValues.of(slice.interval()));
    arguments.put("extras", JsonValues.of(slice.extras()));
    return arguments;
  }
}
