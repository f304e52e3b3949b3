package dev.godwit.config;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts environment variables in the place of texts that are nothing but `${NAME}`. A text that
/// merely contains one stays as it is, and `$${NAME}` stands for the text `${NAME}`.
final class VariableValues {
  private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  private final Map<String, String> variables;

  VariableValues(Map<String, String> variables) {
    this.variables = variables;
  }

  /// A value that is read back as it is, also where it looks like a variable.
  static Object escaped(Object value) {
    return value instanceof String text && REFERENCE.matcher(text).matches() ? "$" + text : value;
  }

  /// @throws GodwitException CONFIG `config.variable` when a variable is not set
  Map<String, @Nullable Object> fillIn(Map<String, @Nullable Object> config) {
    return object(config, "");
  }

  private Map<String, @Nullable Object> object(Map<?, ?> object, String path) {
    Map<String, @Nullable Object> filled = new LinkedHashMap<>();
    object.forEach((key, value) -> {
      String name = String.valueOf(key);
      filled.put(name, value(value, path.isEmpty() ? name : path + "." + name));
    });
    return filled;
  }

  private @Nullable Object value(@Nullable Object value, String path) {
    return switch (value) {
      case Map<?, ?> object -> object(object, path);
      case List<?> list -> list(list, path);
      case String text -> text(text, path);
      case null, default -> value;
    };
  }

  private List<@Nullable Object> list(List<?> list, String path) {
    List<@Nullable Object> filled = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      filled.add(value(list.get(i), path + "[" + i + "]"));
    }
    return filled;
  }

  private String text(String text, String path) {
    Matcher reference = REFERENCE.matcher(text);
    if (!reference.matches()) {
      return text;
    }
    if (!reference.group(1).isEmpty()) {
      return text.substring(1);
    }
    String value = variables.get(reference.group(2));
    if (value == null) {
      throw GodwitException.config(
              "config.variable", "The environment variable " + reference.group(2) + " is not set.")
          .at(Place.file(null, 0, 0, path));
    }
    return value;
  }
}
