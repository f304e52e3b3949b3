package dev.godwit.core;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.schema.SchemaPlan;
import org.jspecify.annotations.Nullable;

/// What a run will do with one stream.
///
/// @param schema how the stream lands, and what comes of its changes
/// @param generation what the rows of this run are to the rows before
/// @param state where reading starts; null for the beginning. For a generation that replaces
///   others, the place at which its own rows collected so far end
/// @param range the part of the stream that is read again, which leaves its own state as it is;
///   null for a usual run
/// @param read how the stream is read; as it lands where rows land as they are
/// @param rules what happens to rows between reading and landing
public record StreamPlan(
    SchemaPlan schema,
    Generation generation,
    @Nullable StreamState state,
    @Nullable CursorRange range,
    ConfiguredStream read,
    StreamRules rules) {
  /// A usual run of a stream that lands as it is read.
  public StreamPlan(ConfiguredStream stream, Generation generation, @Nullable StreamState state) {
    this(SchemaPlan.unchanged(stream), generation, state, null, stream, StreamRules.NONE);
  }

  /// This plan, gone on with from elsewhere.
  public StreamPlan from(@Nullable StreamState other) {
    return new StreamPlan(schema, generation, other, range, read, rules);
  }

  /// This plan for a part of the stream.
  public StreamPlan over(CursorRange stretch) {
    return new StreamPlan(schema, generation, state, stretch, read, rules);
  }

  /// This plan for a stream that lands otherwise than it is read.
  ///
  /// @param landing how it lands under these rules
  public StreamPlan with(StreamRules others, SchemaPlan landing) {
    return new StreamPlan(landing, generation, state, range, read, others);
  }

  /// How the stream lands.
  public ConfiguredStream stream() {
    return schema.stream();
  }

  /// Whether another attempt may go on where this one was interrupted.
  public boolean isResumable() {
    return !(generation.replaces() && rules.contract().judgesWhole());
  }

  public StreamName name() {
    return read.name();
  }
}
