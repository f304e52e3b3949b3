package dev.godwit.mapping.internal.read;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.error.Spelling;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One rule as it stands in a file: its name and the values of its keys. Errors name the rule's
/// number, the key and what is allowed; never a secret.
final class Entry {
  private final int number;
  private final Function<String, @Nullable String> secrets;
  private final String name;
  private final @Nullable Object content;

  /// @param number counted from 1
  /// @param value an object with one key, the rule's name
  Entry(int number, @Nullable Object value, Function<String, @Nullable String> secrets) {
    this.number = number;
    this.secrets = secrets;
    if (!(value instanceof Map<?, ?> map) || map.size() != 1) {
      throw GodwitException.config(
              "mapping.bad-value",
              "Rule " + number + " is not an object with one key, the name of the rule.")
          .hint("Rules are: " + String.join(", ", RuleForm.names()) + ".")
          .at(Place.file(null, 0, 0, "mappings[" + (number - 1) + "]"));
    }
    Map.Entry<?, ?> only = map.entrySet().iterator().next();
    this.name = String.valueOf(only.getKey());
    this.content = only.getValue();
  }

  String name() {
    return name;
  }

  /// The rule in words.
  private String words() {
    return "Rule %d (%s)".formatted(number, name);
  }

  GodwitException unknownRule() {
    return GodwitException.config(
            "mapping.unknown-rule",
            Spelling.sentence(
                "Rule %d: there is no rule %s".formatted(number, name), name, RuleForm.names()))
        .hint("Rules are: " + String.join(", ", RuleForm.names()) + ".")
        .at(place(null));
  }

  private Place place(@Nullable String key) {
    String path = "mappings[%d].%s".formatted(number - 1, name);
    return Place.file(null, 0, 0, key == null ? path : path + "." + key);
  }

  /// An error that belongs to a key of this rule.
  GodwitException inPlace(GodwitException error, String key) {
    return error.at(place(key));
  }

  GodwitException wrong(@Nullable String key, String problem) {
    String what = key == null ? words() : words() + ": " + key;
    return GodwitException.config("mapping.bad-value", what + " " + problem + ".").at(place(key));
  }

  /// The content where it is a text, which is the rule's only key in short.
  @Nullable String shortText() {
    return content instanceof String text ? text : null;
  }

  /// The content where it is a list, or a text that stands for a list of one.
  @Nullable List<?> shortList() {
    return content instanceof List<?> list
        ? list
        : content instanceof String text ? List.of(text) : null;
  }

  /// The keys and values of the rule, of which there may be no others than `allowed`.
  Map<String, @Nullable Object> values(String... allowed) {
    if (!(content instanceof Map<?, ?> map)) {
      throw wrong(null, "is no object with the keys " + String.join(", ", allowed));
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    List<String> known = Arrays.asList(allowed);
    map.forEach((key, value) -> {
      String text = String.valueOf(key);
      if (!known.contains(text)) {
        throw GodwitException.config(
                "mapping.unknown-key",
                Spelling.sentence(words() + " has no key " + text, text, known))
            .hint("Its keys are: " + String.join(", ", known) + ".")
            .at(place(text));
      }
      values.put(text, value);
    });
    return values;
  }

  GodwitException missing(String key) {
    return GodwitException.config("mapping.missing-key", words() + " needs the key " + key + ".")
        .at(place(key));
  }

  /// The text of a key that has to be there.
  String text(Map<String, @Nullable Object> values, String key) {
    Object value = values.get(key);
    if (value == null) {
      throw missing(key);
    }
    if (!(value instanceof String text) || text.isBlank()) {
      throw wrong(key, "is not a text");
    }
    return text;
  }

  FieldPath path(Map<String, @Nullable Object> values, String key) {
    return path(text(values, key), key);
  }

  private FieldPath path(String text, String key) {
    try {
      return FieldPath.parse(text);
    } catch (GodwitException e) {
      throw inPlace(e, key);
    }
  }

  /// The one field under `field`, or several under `fields`.
  List<FieldPath> fields(Map<String, @Nullable Object> values) {
    if (values.containsKey("fields")) {
      if (values.containsKey("field")) {
        throw wrong("fields", "does not go with field; give one of them");
      }
      return paths(values.get("fields"), "fields");
    }
    return List.of(path(values, "field"));
  }

  /// Paths out of a list.
  List<FieldPath> paths(@Nullable Object value, String key) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw wrong(key, "is not a list of fields");
    }
    List<FieldPath> paths = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof String text)) {
        throw wrong(key, "is not a list of fields");
      }
      paths.add(path(text, key));
    }
    return paths;
  }

  boolean flag(Map<String, @Nullable Object> values, String key) {
    return switch (values.get(key)) {
      case null -> false;
      case Boolean flag -> flag;
      default -> throw wrong(key, "is neither true nor false");
    };
  }

  /// A whole number of at least 1.
  ///
  /// @param otherwise what holds where the key is missing; 0 for a key that has to be there
  int count(Map<String, @Nullable Object> values, String key, int otherwise) {
    if (values.get(key) == null && otherwise == 0) {
      throw missing(key);
    }
    return switch (values.get(key)) {
      case null -> otherwise;
      case Integer count when count > 0 -> count;
      case Long count when count > 0 && count <= Integer.MAX_VALUE -> count.intValue();
      default -> throw wrong(key, "is not a whole number of at least 1");
    };
  }

  /// A scalar as JSON has it, perhaps null.
  @Nullable Object scalar(Map<String, @Nullable Object> values, String key) {
    Object value = values.get(key);
    return switch (value) {
      case Integer number -> Long.valueOf(number);
      case Map<?, ?> _ -> throw wrong(key, "is not a text, number or boolean");
      case List<?> _ -> throw wrong(key, "is not a text, number or boolean");
      case null -> null;
      default -> value;
    };
  }

  /// One of the constants of an enum, by its name in lower case with hyphens.
  <E extends Enum<E>> @Nullable E choice(
      Map<String, @Nullable Object> values, String key, E[] constants) {
    Object value = values.get(key);
    if (value == null) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (E constant : constants) {
      String constantName = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (constantName.equals(value)) {
        return constant;
      }
      names.add(constantName);
    }
    throw wrong(key, "is one of " + String.join(", ", names) + "; not " + value);
  }

  /// A secret, given as it is or by a reference.
  ///
  /// @param shortest how many bytes it has at least
  Secret secret(Map<String, @Nullable Object> values, String key, int shortest) {
    String text = text(values, key);
    boolean reference = text.startsWith("secret:") || text.startsWith("env:");
    String value = reference ? secrets.apply(text) : text;
    if (value == null) {
      throw GodwitException.config(
              "mapping.bad-secret", "%s: %s stands for no secret.".formatted(words(), text))
          .hint("Set it, or name another one.")
          .at(place(key));
    }
    Secret secret = Secret.of(value);
    if (secret.bytes().length < shortest) {
      throw GodwitException.config(
              "mapping.bad-secret",
              "%s: %s has fewer than %d bytes, which can be guessed."
                  .formatted(words(), key, shortest))
          .hint("Make one with: openssl rand -hex 32")
          .at(place(key));
    }
    return secret;
  }
}
