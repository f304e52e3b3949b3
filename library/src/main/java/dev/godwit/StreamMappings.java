package dev.godwit;

import dev.godwit.connection.RowChoice;
import dev.godwit.connection.StreamSettings;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.mapping.Mappings;
import dev.godwit.mapping.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules of a stream's settings, compiled for the stream.
final class StreamMappings {
  private static final Pattern REFERENCE = Pattern.compile("(?:secret|env):(.+)");

  private StreamMappings() {}

  /// @param variables in which secrets are looked up
  static StreamMapping of(
      ConfiguredStream stream, StreamSettings settings, Map<String, String> variables) {
    try {
      StreamMapping mapping = rules(stream, settings, variables);
      RowChoice rows = settings.rows();
      return rows.sample() < 1
          ? new SampledMapping(mapping, stream.primaryKey(), rows.sample())
          : mapping;
    } catch (GodwitException e) {
      throw e.at(Place.stream(stream.name().toString()));
    }
  }

  /// Conditions come first: they may ask for fields that do not land.
  private static StreamMapping rules(
      ConfiguredStream stream, StreamSettings settings, Map<String, String> variables) {
    Function<String, @Nullable String> secrets = reference -> secret(reference, variables);
    Object written = settings.mappings();
    Mappings mappings = Mappings.read(written == null ? List.of() : written, secrets);
    List<Rule> rules = new ArrayList<>();
    String where = settings.rows().where();
    if (where != null) {
      rules.addAll(Mappings.read(List.of(Map.of("filter", where)), secrets).rules());
    }
    if (!settings.columns().isEmpty()) {
      Object keep = List.of(Map.of("keep", List.copyOf(columns(stream, settings))));
      rules.addAll(Mappings.read(keep, secrets).rules());
    }
    rules.addAll(mappings.rules());
    return rules.isEmpty()
        ? StreamMapping.NONE
        : new Mappings(rules, mappings.onFailure()).forStream(stream);
  }

  /// The stream as its source is asked for it: with the fields only that somebody wants.
  static Stream asked(ConfiguredStream configured, StreamSettings settings) {
    Stream stream = configured.stream();
    if (settings.columns().isEmpty()
        || settings.rows().where() != null
        || !(stream.jsonSchema().get("properties") instanceof Map<?, ?> declared)) {
      return stream;
    }
    Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
    for (String column : columns(configured, settings)) {
      String field = column.split("\\.", 2)[0];
      if (declared.containsKey(field)) {
        wanted.put(field, declared.get(field));
      }
    }
    Map<String, @Nullable Object> schema = new LinkedHashMap<>(stream.jsonSchema());
    schema.put("properties", wanted);
    return stream.withSchema(schema);
  }

  /// What rows are told apart and ordered by lands in any case.
  private static Set<String> columns(ConfiguredStream stream, StreamSettings settings) {
    Set<String> columns = new LinkedHashSet<>(settings.columns());
    stream.primaryKey().forEach(path -> columns.add(String.join(".", path)));
    if (!stream.cursorField().isEmpty()) {
      columns.add(String.join(".", stream.cursorField()));
    }
    return columns;
  }

  private static @Nullable String secret(String reference, Map<String, String> variables) {
    Matcher name = REFERENCE.matcher(reference);
    return name.matches() ? variables.get(name.group(1)) : null;
  }
}
