package dev.godwit.manifest.internal.custom;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.python.JsonValues;
import dev.godwit.manifest.internal.scope.SliceView;
import dev.godwit.manifest.internal.template.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A slice as components somewhere else are told of it. Others may be added to the arguments.
public final class SliceArguments {
  private SliceArguments() {}

  /// The arguments of a call about a slice.
  public static Map<String, @Nullable Object> of(Slice slice) {
    return arguments(slice.partition(), slice.interval(), slice.extras());
  }

  /// The arguments of a call about the slice that templates see; without one, about no slice.
  public static Map<String, @Nullable Object> of(Scope scope) {
    return scope.lookUp("stream_slice") instanceof SliceView view
        ? arguments(
            view.attribute("partition"),
            view.attribute("cursor_slice"),
            view.attribute("extra_fields"))
        : new LinkedHashMap<>();
  }

  private static Map<String, @Nullable Object> arguments(
      @Nullable Object partition, @Nullable Object interval, @Nullable Object extras) {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    arguments.put("partition", JsonValues.of(partition));
    arguments.put("interval", JsonValues.of(interval));
    arguments.put("extras", JsonValues.of(extras));
    return arguments;
  }
}
