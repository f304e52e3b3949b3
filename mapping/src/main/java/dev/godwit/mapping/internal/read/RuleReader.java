package dev.godwit.mapping.internal.read;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.error.Spelling;
import dev.godwit.mapping.rule.OnFailure;
import dev.godwit.mapping.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the rules of one stream.
public final class RuleReader {
  private static final List<String> KEYS = List.of("rules", "on_failure");

  private final Function<String, @Nullable String> secrets;

  /// @param secrets gives the secrets that references stand for, null for those that are unknown
  public RuleReader(Function<String, @Nullable String> secrets) {
    this.secrets = secrets;
  }

  /// Reads a list of rules, or an object with `rules` and perhaps `on_failure`.
  ///
  /// @param result makes what is wanted of the rules
  /// @throws GodwitException CONFIG `mapping.…`
  public <T> T read(@Nullable Object value, BiFunction<List<Rule>, OnFailure, T> result) {
    if (!(value instanceof Map<?, ?> object)) {
      return result.apply(rules(value), OnFailure.STOP);
    }
    for (Object key : object.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw GodwitException.config(
                "mapping.unknown-key",
                Spelling.sentence("mappings has no key " + key, String.valueOf(key), KEYS))
            .hint("It is a list of rules, or has the keys rules and on_failure.")
            .at(Place.file(null, 0, 0, "mappings." + key));
      }
    }
    Object chosen = object.get("on_failure");
    List<String> allowed = List.of("stop", "quarantine");
    if (chosen != null && !allowed.contains(String.valueOf(chosen))) {
      throw GodwitException.config(
              "mapping.bad-value", "on_failure is stop or quarantine, not " + chosen + ".")
          .at(Place.file(null, 0, 0, "mappings.on_failure"));
    }
    return result.apply(
        rules(object.get("rules")),
        "quarantine".equals(chosen) ? OnFailure.QUARANTINE : OnFailure.STOP);
  }

  private List<Rule> rules(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      throw GodwitException.config("mapping.bad-value", "mappings is not a list of rules.")
          .hint("Write a list such as: [{drop: [internal_note]}, {hash: {field: mail, key: …}}]")
          .at(Place.file(null, 0, 0, "mappings"));
    }
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      rules.add(RuleForm.read(new Entry(i + 1, list.get(i), secrets)));
    }
    return rules;
  }
}
