package dev.godwit.manifest.internal.record;

import dev.godwit.manifest.internal.request.Meter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON schema of a stream. Thread-safe.
@FunctionalInterface
public interface StreamSchema {
  /// The schema as plain values; empty where nothing is known. Asking may send requests, the first
  /// time.
  ///
  /// @param meter counts those requests
  Map<String, @Nullable Object> load(Meter meter) throws InterruptedException;
}
