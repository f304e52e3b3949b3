package dev.godwit.manifest.internal.spec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a connection is checked.
public sealed interface CheckSpec extends Component {
  /// Reads from named streams.
  ///
  /// @param streamNames null when absent, which is allowed only together with dynamic stream checks
  /// @param configOverrides values that replace those of the configuration during the check
  record CheckStream(
      Origin origin,
      @Nullable List<String> streamNames,
      @Nullable List<DynamicStreamCheckConfig> dynamicStreamsCheckConfigs,
      @Nullable Map<String, @Nullable Object> configOverrides)
      implements CheckSpec {}

  /// Reads from the first streams that dynamic streams bring forth.
  record CheckDynamicStream(
      Origin origin,
      int streamCount,
      @Default("true") boolean useCheckAvailability,
      @Nullable Map<String, @Nullable Object> configOverrides)
      implements CheckSpec {}

  /// How many streams of one dynamic stream a check reads.
  record DynamicStreamCheckConfig(
      Origin origin, String dynamicStreamName, @Nullable Integer streamCount)
      implements Component {}
}
