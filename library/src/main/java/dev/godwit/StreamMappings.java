package dev.godwit;

import dev.godwit.connection.StreamSettings;
import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.mapping.Mappings;
import dev.godwit.mapping.rule.Rule;
import java.util.ArrayList;
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
    Object written = settings.mappings();
    if (written == null && settings.columns().isEmpty()) {
      return StreamMapping.NONE;
    }
    try {
      Function<String, @Nullable String> secrets = reference -> secret(reference, variables);
      Mappings mappings = Mappings.read(written == null ? List.of() : written, secrets);
      List<Rule> rules = new ArrayList<>();
      if (!settings.columns().isEmpty()) {
        Object keep = List.of(Map.of("keep", List.copyOf(columns(stream, settings))));
        rules.addAll(Mappings.read(keep, secrets).rules());
      }
      rules.addAll(mappings.rules());
      return new Mappings(rules, mappings.onFailure()).forStream(stream);
    } catch (GodwitException e) {
      throw e.at(Place.stream(stream.name().toString()));
    }
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
