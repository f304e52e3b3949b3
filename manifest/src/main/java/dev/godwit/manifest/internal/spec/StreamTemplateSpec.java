package dev.godwit.manifest.internal.spec;

import org.jspecify.annotations.Nullable;

/// A stream, or a pair of streams that appears as one.
public sealed interface StreamTemplateSpec extends StreamSpec
    permits DeclarativeStream, StreamTemplateSpec.StateDelegatingStream {
  String name();

  /// Reads one stream while there is no state, and another one afterwards.
  ///
  /// @param apiRetentionPeriod ISO 8601 duration; a state older than that is of no use to the API
  record StateDelegatingStream(
      Origin origin,
      String name,
      DeclarativeStream fullRefreshStream,
      DeclarativeStream incrementalStream,
      @Nullable String apiRetentionPeriod)
      implements StreamTemplateSpec {}
}
