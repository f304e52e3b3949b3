package dev.godwit.core.schema;

import dev.godwit.core.error.GodwitException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What comes of each kind of change of a stream.
///
/// @param actions where they are not the usual ones
public record SchemaPolicy(Map<SchemaChangeKind, SchemaAction> actions) {
  /// Everything as usual.
  public static final SchemaPolicy USUAL = new SchemaPolicy(Map.of());

  public SchemaPolicy {
    Map<SchemaChangeKind, SchemaAction> copy = new EnumMap<>(SchemaChangeKind.class);
    copy.putAll(actions);
    actions = Collections.unmodifiableMap(copy);
  }

  public SchemaAction of(SchemaChangeKind kind) {
    return actions.getOrDefault(kind, kind.usual());
  }

  /// Whether new fields are to be looked at for personal data.
  public boolean looksForPersonalData() {
    return actions.containsKey(SchemaChangeKind.NEW_PERSONAL_COLUMN);
  }

  /// This policy, and `others` where they say something.
  public SchemaPolicy with(SchemaPolicy others) {
    Map<SchemaChangeKind, SchemaAction> all = new EnumMap<>(SchemaChangeKind.class);
    all.putAll(actions);
    all.putAll(others.actions);
    return new SchemaPolicy(all);
  }

  /// A policy out of words: `new-column` and `ask`; underscores do as well.
  ///
  /// @throws GodwitException CONFIG `schema.policy` when there is no such change or action, or when
  ///   they do not go together
  public static SchemaPolicy parse(Map<String, String> words) {
    Map<SchemaChangeKind, SchemaAction> actions = new EnumMap<>(SchemaChangeKind.class);
    words.forEach((change, action) -> {
      SchemaChangeKind kind = kind(change);
      actions.put(kind, action(kind, action));
    });
    return new SchemaPolicy(actions);
  }

  private static SchemaChangeKind kind(String word) {
    return Stream.of(SchemaChangeKind.values())
        .filter(kind -> kind.wireName().equals(word.replace('_', '-')))
        .findFirst()
        .orElseThrow(() ->
            unknown(
                "There is no schema change called " + word + ".",
                Stream.of(SchemaChangeKind.values()).map(SchemaChangeKind::wireName).toList()));
  }

  private static SchemaAction action(SchemaChangeKind kind, String word) {
    return kind.actions().stream()
        .filter(action -> action.wireName().equals(word.replace('_', '-')))
        .findFirst()
        .orElseThrow(() ->
            unknown(
                "%s can't be answered with %s.".formatted(kind.wireName(), word),
                kind.actions().stream().map(SchemaAction::wireName).toList()));
  }

  private static GodwitException unknown(String message, List<String> known) {
    return GodwitException.config("schema.policy", message)
        .hint("Possible: " + known.stream().collect(Collectors.joining(", ")) + ".");
  }
}
