package dev.godwit.manifest.internal.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row that is only parsed when a template asks for it.
@FunctionalInterface
public interface LastRow {
  Map<String, @Nullable Object> fields();
}
