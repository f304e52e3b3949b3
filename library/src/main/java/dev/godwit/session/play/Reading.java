package dev.godwit.session.play;

import dev.godwit.core.Generation;
import dev.godwit.core.Source;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads streams one after the other and each slice by slice, so that requests come in the same
/// order every time.
///
/// @param limit how many rows of each stream at most; null for all
/// @param begins hears to whom the next requests belong
/// @param rows hears of each row, with its stream
public record Reading(
    Source source, @Nullable Long limit, Consumer<String> begins, BiConsumer<String, String> rows) {
  /// Requests that are made to know the streams.
  public static final String CATALOG = "";

  /// What came of the streams.
  ///
  /// @param keys primary keys by stream, as far as they are single fields
  public record Result(Map<String, StreamOutcome> streams, Map<String, List<String>> keys) {}

  /// Reads the streams of these names.
  ///
  /// @param names null for all streams
  /// @param states by stream
  /// @throws GodwitException CONFIG `stream.unknown` when there is no such stream
  public Result read(
      @Nullable List<String> names, Map<String, Map<String, @Nullable Object>> states) {
    begins.accept(CATALOG);
    List<ConfiguredStream> chosen = chosen(source.discover(), names);
    List<StreamPlan> plans = new ArrayList<>();
    chosen.forEach(
        stream -> plans.add(new StreamPlan(stream, Generation.keeping(0), state(stream, states))));
    source.begin(plans);
    Map<String, StreamOutcome> outcomes = new LinkedHashMap<>();
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (StreamPlan plan : plans) {
      String name = plan.name().toString();
      begins.accept(name);
      keys.put(
          name, plan.read().primaryKey().stream().map(path -> String.join(".", path)).toList());
      outcomes.put(
          name, new StreamReading(source, plan, limit, row -> rows.accept(name, row)).read());
    }
    return new Result(outcomes, keys);
  }

  private static @Nullable StreamState state(
      ConfiguredStream stream, Map<String, Map<String, @Nullable Object>> states) {
    Map<String, @Nullable Object> state = states.get(stream.name().toString());
    return state == null ? null : new StreamState(stream.name(), state);
  }

  private static List<ConfiguredStream> chosen(Catalog catalog, @Nullable List<String> names) {
    Map<String, Stream> offered = new LinkedHashMap<>();
    catalog.streams().forEach(stream -> offered.put(stream.name().toString(), stream));
    List<String> wanted = names == null ? List.copyOf(offered.keySet()) : names;
    List<ConfiguredStream> chosen = new ArrayList<>();
    for (String name : wanted) {
      Stream stream = offered.get(name);
      if (stream == null) {
        throw GodwitException.config(
                "stream.unknown",
                Spelling.sentence(
                    "There is no stream " + name, name, List.copyOf(offered.keySet())))
            .hint("The source has: " + String.join(", ", offered.keySet()));
      }
      chosen.add(ConfiguredStream.byDefault(stream));
    }
    return chosen;
  }
}
