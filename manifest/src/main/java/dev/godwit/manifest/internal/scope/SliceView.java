package dev.godwit.manifest.internal.scope;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.Missing;
import dev.godwit.manifest.internal.template.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A slice as `stream_slice`: its partition and interval as one mapping.
public final class SliceView implements Attributes {
  private final Slice slice;
  private final Map<String, @Nullable Object> extras;
  private final Map<String, @Nullable Object> entries;

  private SliceView(Slice slice, Map<String, @Nullable Object> extras) {
    this.slice = slice;
    this.extras = extras;
    this.entries = new LinkedHashMap<>(slice.partition());
    entries.putAll(slice.interval());
  }

  /// `outer` with the slice, and with each of its extra fields as a variable of its own.
  public static Scope bind(Scope outer, Slice slice) {
    return bind(outer, slice, Map.of());
  }

  /// As above, with more extra fields than the slice itself has.
  public static Scope bind(Scope outer, Slice slice, Map<String, @Nullable Object> more) {
    Map<String, @Nullable Object> extras = new LinkedHashMap<>(slice.extras());
    extras.putAll(more);
    Scope scope = outer.with("stream_slice", new SliceView(slice, extras));
    for (Map.Entry<String, @Nullable Object> extra : extras.entrySet()) {
      scope = scope.with(extra.getKey(), extra.getValue());
    }
    return scope;
  }

  /// `outer` with the slice alone.
  public static Scope withSlice(Scope outer, Slice slice) {
    return outer.with("stream_slice", new SliceView(slice, slice.extras()));
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "partition", "_partition" -> slice.partition();
      case "cursor_slice" -> slice.interval();
      case "extra_fields" -> extras;
      default -> Missing.MISSING;
    };
  }

  @Override
  public Map<String, @Nullable Object> entries() {
    return entries;
  }

  @Override
  public boolean truth() {
    return !entries.isEmpty() || !extras.isEmpty();
  }

  @Override
  public String typeName() {
    return "StreamSlice";
  }
}
