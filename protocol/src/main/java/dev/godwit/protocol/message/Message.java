package dev.godwit.protocol.message;

import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.JsonRows;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What connectors say to each other. Values are immutable; those that are maps and lists are never
/// changed after construction. Times are milliseconds since 1970.
public sealed interface Message {
  /// RECORD messages of one stream that came one after the other.
  ///
  /// @param rows in a slice that stands for the whole stream; {@link JsonRows#in} puts them into
  ///   another one. Their time is that of the first.
  /// @param changes what became of fields on the way, by row; empty nearly always
  record Rows(JsonRows rows, Map<Integer, List<RecordChange>> changes) implements Message {
    public StreamName stream() {
      return rows.slice().stream();
    }
  }

  /// What a source needs to go on; it comes after the rows that it covers.
  ///
  /// @param source what the source counted; null when it did not
  /// @param destination what the destination counted; null on the way there
  /// @param others fields beyond those of the protocol, which go on with the state
  record State(
      StateScope scope,
      @Nullable StateStats source,
      @Nullable StateStats destination,
      Map<String, @Nullable Object> others)
      implements Message {
    /// The state of one stream.
    ///
    /// @param rows since the stream's last state
    public static State of(StreamName stream, Map<String, @Nullable Object> value, long rows) {
      StateScope scope = new StateScope.OneStream(stream, value);
      return new State(scope, StateStats.of(rows), null, Map.of());
    }

    /// This state as a destination sends it back.
    public State landed(StateStats stats) {
      return new State(scope, source, stats, others);
    }
  }

  /// A line for people. What is no message at all is one too.
  record Log(LogLevel level, String text, @Nullable String stackTrace) implements Message {
    public static Log of(Level level, String text) {
      return new Log(LogLevel.of(level), text, null);
    }

    /// What ended the command.
    public static Log fatal(String text) {
      return new Log(LogLevel.FATAL, text, null);
    }
  }

  /// What a connector wants to be configured with.
  ///
  /// @param supportsIncremental null when the connector does not say
  /// @param writeModes how a destination can write; empty when it does not say
  /// @param authSpecification the older form of `advancedAuth`
  record Spec(
      ConnectorSpec spec,
      @Nullable String changelogUrl,
      @Nullable Boolean supportsIncremental,
      boolean supportsNormalization,
      boolean supportsDbt,
      List<DestinationSyncMode> writeModes,
      @Nullable Map<String, @Nullable Object> authSpecification,
      @Nullable String protocolVersion)
      implements Message {
    public static Spec of(ConnectorSpec spec) {
      return new Spec(spec, null, null, false, false, List.of(), null, null);
    }
  }

  /// Whether a configuration works.
  ///
  /// @param text what is wrong, or null
  record ConnectionStatus(boolean succeeded, @Nullable String text) implements Message {}

  /// The streams that a source offers.
  record Catalog(dev.godwit.core.catalog.Catalog catalog) implements Message {}

  /// What a destination can do with its objects.
  record DestinationCatalog(List<DestinationOperation> operations) implements Message {}

  /// An error, of one stream or of the whole run.
  ///
  /// @param text for users
  /// @param internalText for developers
  /// @param failure null when the connector does not say
  /// @param stream null for an error of the whole run
  record Failure(
      String text,
      @Nullable String internalText,
      @Nullable String stackTrace,
      @Nullable FailureType failure,
      @Nullable StreamName stream,
      long emittedAt)
      implements Message {
    public static Failure of(GodwitException error, @Nullable StreamName stream, long now) {
      FailureType type = FailureType.of(error.kind());
      return new Failure(error.describe(), error.code(), null, type, stream, now);
    }
  }

  /// How much there is to read.
  ///
  /// @param stream null for the whole sync
  /// @param rows null when unknown
  /// @param bytes null when unknown
  record Estimate(
      @Nullable StreamName stream, @Nullable Long rows, @Nullable Long bytes, long emittedAt)
      implements Message {}

  /// How far a stream has come.
  record StreamStatus(
      StreamName stream, StreamProgress progress, List<StatusReason> reasons, long emittedAt)
      implements Message {
    public static StreamStatus of(StreamName stream, StreamProgress progress, long now) {
      return new StreamStatus(stream, progress, List.of(), now);
    }
  }

  /// A fact about the run that its makers collect.
  record Analytics(String type, @Nullable String value, long emittedAt) implements Message {}

  /// The configuration to use from now on. It holds secrets.
  record Control(Map<String, @Nullable Object> config, long emittedAt) implements Message {}
}
