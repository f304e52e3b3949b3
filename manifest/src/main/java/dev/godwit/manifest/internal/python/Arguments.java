package dev.godwit.manifest.internal.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a call passes: values by position, then values by name.
public record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
  public static final Arguments NONE = new Arguments(List.of(), Map.of());

  /// Values by position only.
  public static Arguments of(List<@Nullable Object> positional) {
    return new Arguments(positional, Map.of());
  }
}
