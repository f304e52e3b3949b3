package dev.godwit.mapping;

import dev.godwit.core.StreamMapping;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.internal.read.RuleReader;
import dev.godwit.mapping.rule.OnFailure;
import dev.godwit.mapping.rule.Rule;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rules of one stream, in the order in which they apply. Immutable.
///
/// @param onFailure what happens to a row that a rule cannot be applied to: {@link OnFailure#STOP}
///   or {@link OnFailure#QUARANTINE}. It never goes on
public record Mappings(List<Rule> rules, OnFailure onFailure) {
  public Mappings {
    rules = List.copyOf(rules);
    if (onFailure == OnFailure.DROP) {
      throw new IllegalArgumentException("only assertions drop rows");
    }
  }

  /// Reads rules out of plain values: a list of rules, or an object with the list as `rules` and
  /// perhaps `on_failure`.
  ///
  /// @param value what stands in a file under `mappings`
  /// @param secrets gives for a reference such as `secret:NAME` or `env:NAME` the secret that it
  ///   stands for, null for one that it does not know. Keys and salts without such a prefix are
  ///   taken as they are
  /// @throws GodwitException CONFIG `mapping.…` that names the rule, the key and what is allowed
  public static Mappings read(@Nullable Object value, Function<String, @Nullable String> secrets) {
    return new RuleReader(secrets).read(value, Mappings::new);
  }

  /// Compiles the rules for a stream.
  ///
  /// @param read the stream as it is read, with the schema that its rows have
  /// @throws GodwitException CONFIG `mapping.…` where a rule does not fit the stream
  public StreamMapping forStream(ConfiguredStream read) {
    return CompiledMapping.of(this, read);
  }
}
