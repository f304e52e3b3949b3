package dev.godwit;

import dev.godwit.connection.StreamSettings;
import dev.godwit.connection.StreamsSettings;
import dev.godwit.core.Source;
import dev.godwit.core.StreamContract;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.StreamRules;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredCatalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Nested;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.error.Spelling;
import dev.godwit.core.schema.SchemaAction;
import dev.godwit.core.schema.SchemaChangeKind;
import dev.godwit.core.schema.SchemaPolicy;
import dev.godwit.mapping.contract.Contract;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which streams of a catalogue to sync, and how.
///
/// @param names in the order in which they start; empty for those of the settings
/// @param writeMode for all streams; null for each stream's own
/// @param nested how new columns hold objects and arrays
/// @param changes what comes of changes of schemas, in the place of what the settings say
/// @param settings of the connection
record StreamChoice(
    List<String> names,
    @Nullable WriteMode writeMode,
    Nested nested,
    SchemaPolicy changes,
    StreamsSettings settings) {
  private static final SchemaPolicy NEW_STREAMS =
      new SchemaPolicy(Map.of(SchemaChangeKind.NEW_STREAM, SchemaAction.EVOLVE));

  static StreamChoice byDefault(List<String> names) {
    return new StreamChoice(
        List.copyOf(names), null, Nested.JSON, SchemaPolicy.USUAL, StreamsSettings.USUAL);
  }

  StreamChoice withWriteMode(WriteMode mode) {
    return new StreamChoice(names, mode, nested, changes, settings);
  }

  StreamChoice with(Nested other) {
    return new StreamChoice(names, writeMode, other, changes, settings);
  }

  StreamChoice with(StreamsSettings others) {
    return new StreamChoice(names, writeMode, nested, changes, others);
  }

  StreamChoice with(SchemaPolicy others) {
    return new StreamChoice(names, writeMode, nested, others, settings);
  }

  /// This choice with other settings of one stream.
  ///
  /// @throws GodwitException CONFIG `stream.not-selected` when others were chosen only
  StreamChoice adjusted(String stream, UnaryOperator<StreamSettings> change) {
    if (!names.isEmpty() && !names.contains(stream)) {
      throw GodwitException.config(
              "stream.not-selected",
              Spelling.sentence("The stream " + stream + " is not selected", stream, names))
          .hint("Selected are: " + String.join(", ", names));
    }
    return with(settings.with(stream, change.apply(settings.of(stream))));
  }

  /// @param modes that the destination has
  ConfiguredCatalog from(Catalog catalog, OfferedModes modes) {
    List<String> offered =
        catalog.streams().stream().map(stream -> stream.name().toString()).toList();
    List<String> chosen = names.isEmpty() ? settings.chosen(offered) : names;
    return new ConfiguredCatalog(
        chosen.stream().distinct().map(name -> configure(find(catalog, name), modes)).toList());
  }

  /// What happens to the rows of the streams.
  ///
  /// @param source asked for rows where new fields are to be looked at
  /// @param world where secrets are looked up, and what tells the time
  Map<StreamName, StreamRules> rules(Source source, ConfiguredCatalog streams, Surroundings world) {
    Map<StreamName, StreamRules> rules = new HashMap<>();
    for (ConfiguredStream stream : streams.streams()) {
      StreamSettings wanted = settings.of(stream.name().toString());
      StreamMapping mapping = StreamMappings.of(stream, wanted, world.variables());
      rules.put(
          stream.name(),
          new StreamRules(
              mapping,
              contract(wanted, mapping.written(stream), world.clock()),
              changes(stream.name().toString(), wanted),
              new PersonalFields(source, stream.stream(), mapping),
              wanted.rows().limit()));
    }
    return rules;
  }

  private static StreamContract contract(
      StreamSettings wanted, ConfiguredStream written, Clock clock) {
    Contract contract = wanted.contract();
    return contract == null ? StreamContract.NONE : contract.over(written, clock);
  }

  /// A stream that was chosen by its name may be new.
  private SchemaPolicy changes(String stream, StreamSettings wanted) {
    SchemaPolicy policy = wanted.changes().with(changes);
    boolean chosen = names.contains(stream) || settings.named().containsKey(stream);
    return chosen ? policy.with(NEW_STREAMS) : policy;
  }

  /// The stream of that name, with its namespace where it has one.
  static Stream find(Catalog catalog, String name) {
    return catalog.streams().stream()
        .filter(stream -> stream.name().toString().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(catalog, name));
  }

  private static GodwitException unknown(Catalog catalog, String name) {
    List<String> known =
        catalog.streams().stream().map(stream -> stream.name().toString()).toList();
    return GodwitException.config(
            "stream.unknown", Spelling.sentence("There is no stream " + name, name, known))
        .hint("The source has: " + String.join(", ", known));
  }

  /// Replacing a table with changes alone would lose the rest, so replacing reads everything.
  private ConfiguredStream configure(Stream stream, OfferedModes modes) {
    StreamSettings wanted = settings.of(stream.name().toString());
    SyncMode syncMode = syncMode(stream, wanted.syncMode());
    List<List<String>> key =
        wanted.primaryKey().isEmpty() ? stream.primaryKey() : wanted.primaryKey();
    WriteMode asked = writeMode == null ? wanted.writeMode() : writeMode;
    WriteMode mode = modes.choose(asked, stream.name(), syncMode, !key.isEmpty());
    if (mode.needsKey() && key.isEmpty()) {
      throw noKey(stream, mode);
    }
    ConfiguredStream configured =
        new ConfiguredStream(
            stream,
            mode.replacesAll() ? SyncMode.FULL_REFRESH : syncMode,
            mode,
            wanted.cursor().isEmpty() ? stream.defaultCursorField() : wanted.cursor(),
            key);
    requireEnd(configured, wanted);
    return new ConfiguredStream(
        StreamMappings.asked(configured, wanted),
        configured.syncMode(),
        configured.writeMode(),
        configured.cursorField(),
        configured.primaryKey(),
        nested == Nested.JSON && wanted.nested() != null ? wanted.nested() : nested);
  }

  /// The place to go on from would lie behind rows that were never read.
  private static void requireEnd(ConfiguredStream stream, StreamSettings wanted) {
    if (wanted.rows().isLimited() && stream.syncMode() == SyncMode.INCREMENTAL) {
      throw GodwitException.config(
              "stream.limited", "A stream that goes on from where it ended can't have a limit.")
          .hint("Set its sync_mode to full_refresh, or take a sample.")
          .at(Place.stream(stream.name().toString()));
    }
  }

  private static SyncMode syncMode(Stream stream, @Nullable SyncMode wanted) {
    if (wanted == SyncMode.INCREMENTAL && !stream.isIncremental()) {
      throw GodwitException.config(
              "stream.not-incremental", "The stream can't tell what changed since the last sync.")
          .hint("Leave out its sync_mode, or set it to full_refresh.")
          .at(Place.stream(stream.name().toString()));
    }
    if (wanted != null) {
      return wanted;
    }
    return stream.isIncremental() ? SyncMode.INCREMENTAL : SyncMode.FULL_REFRESH;
  }

  private static GodwitException noKey(Stream stream, WriteMode mode) {
    String without =
        List.of(WriteMode.values()).stream()
            .filter(other -> !other.needsKey())
            .map(WriteMode::wireName)
            .collect(Collectors.joining(" or "));
    return GodwitException.config(
            "stream.no-key",
            "The stream has no primary key, so it cannot be written with " + mode.wireName() + ".")
        .hint("Write it with " + without + ", or leave it out.")
        .at(Place.stream(stream.name().toString()));
  }
}
