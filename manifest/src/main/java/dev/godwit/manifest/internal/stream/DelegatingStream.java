package dev.godwit.manifest.internal.stream;

import dev.godwit.core.catalog.StreamName;
import dev.godwit.manifest.internal.python.IsoDuration;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.template.Scope;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads one stream while there is no state, and another one afterwards. A state that is older than
/// what the API keeps counts as none.
///
/// @param whole makes the stream for a first reading; made only when it is read, so that what the
///   other one needs does not matter
/// @param changes makes the stream that goes on from a state
/// @param retention how long the API keeps what has changed; null for always
record DelegatingStream(
    StreamName name,
    Supplier<ManifestStream> whole,
    Supplier<ManifestStream> changes,
    @Nullable IsoDuration retention,
    Scope scope)
    implements ReadableStream {
  @Override
  public ManifestStreamReader read(Map<String, @Nullable Object> state, Meter meter) {
    if (state.isEmpty() || isTooOld(state)) {
      return whole.get().read(Map.of(), meter);
    }
    return changes.get().read(state, meter);
  }

  /// A state in which neither stream finds a date is too old.
  private boolean isTooOld(Map<String, @Nullable Object> state) {
    if (retention == null) {
      return false;
    }
    OffsetDateTime now = scope.environment().clock().instant().atOffset(ZoneOffset.UTC);
    OffsetDateTime reached = whole.get().reached(state, now);
    if (reached == null) {
      reached = changes.get().reached(state, now);
    }
    return reached == null || reached.isBefore(retention.subtractFrom(now));
  }

  @Override
  public @Nullable String cursorField() {
    return changes.get().cursorField();
  }
}
