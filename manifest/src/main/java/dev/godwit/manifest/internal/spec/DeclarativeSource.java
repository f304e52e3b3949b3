package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The root of a manifest.
///
/// @param definitions shared parts that references point at; raw, as only references use them
/// @param schemas schemas that references point at; raw
/// @param maxConcurrentAsyncJobCount a number or a template of one
public record DeclarativeSource(
    Origin origin,
    CheckSpec check,
    @OrEmpty List<StreamSpec> streams,
    @OrEmpty List<DynamicDeclarativeStream> dynamicStreams,
    String version,
    @Nullable ObjectNode schemas,
    @Nullable ObjectNode definitions,
    @Nullable Spec spec,
    @Nullable ConcurrencyLevel concurrencyLevel,
    @Nullable HTTPAPIBudget apiBudget,
    @OrEmpty Map<String, StreamGroup> streamGroups,
    @OneOf({Long.class, String.class}) @Nullable Object maxConcurrentAsyncJobCount,
    @OrEmpty Map<String, @Nullable Object> metadata,
    @Nullable String description)
    implements Component {
  public DeclarativeSource {
    if (origin.node().field("streams") == null && origin.node().field("dynamic_streams") == null) {
      throw GodwitException.config(
              "manifest.missing-field", "a manifest needs streams or dynamic_streams")
          .at(origin.place());
    }
  }

  /// How many partitions are read at once.
  ///
  /// @param defaultConcurrency a number or a template of one
  public record ConcurrencyLevel(
      Origin origin,
      @Scope(CONFIG) @OneOf({Long.class, String.class}) Object defaultConcurrency,
      @Nullable Integer maxConcurrency)
      implements Component {}

  /// Streams that must not be read in certain ways together.
  @Untyped
  public record StreamGroup(
      Origin origin, List<DeclarativeStream> streams, BlockSimultaneousSyncsAction action)
      implements Component {}

  /// Keeps the streams of a group from being read at the same time.
  public record BlockSimultaneousSyncsAction(Origin origin) implements Component {}
}
