package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.PythonSet;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.python.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A component's condition. False for nothing, null, empty collections, zero and the texts `False`,
/// `false`, `{}`, `[]`, `()`, `0` and `0.0`; everything else is true, also `no`. Thread-safe.
public final class InterpolatedBoolean {
  private static final Set<String> FALSE_TEXTS =
      Set.of("False", "false", "{}", "[]", "()", "", "0", "0.0");
  private static final String DEFAULT = "False";

  private final Template template;
  private final Template fallback;
  private final Map<String, ? extends @Nullable Object> parameters;

  private InterpolatedBoolean(
      String condition, Map<String, ? extends @Nullable Object> parameters) {
    this.template = Template.compile(condition);
    this.fallback = Template.compile(DEFAULT);
    this.parameters = parameters;
  }

  /// A condition with its template.
  ///
  /// @throws dev.godwit.core.error.GodwitException CONFIG `template.syntax`
  public static InterpolatedBoolean of(
      String condition, Map<String, ? extends @Nullable Object> parameters) {
    return new InterpolatedBoolean(condition, parameters);
  }

  /// A condition that is always `value`.
  public static InterpolatedBoolean of(boolean value) {
    return new InterpolatedBoolean(value ? "True" : DEFAULT, Map.of());
  }

  /// Whether the condition holds in `scope`.
  ///
  /// @throws dev.godwit.core.error.GodwitException as [Template#eval(Scope)]
  public boolean eval(Scope scope) {
    Object value =
        template.eval(template.withParameters(scope, parameters), fallback, ValueType.ANY);
    return !isFalse(value);
  }

  private static boolean isFalse(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> FALSE_TEXTS.contains(text);
      case List<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      case Tuple tuple -> tuple.items().isEmpty();
      case PythonSet set -> set.size() == 0;
      default -> Numbers.isNumber(value) && !Truth.of(value);
    };
  }

  /// The template behind this condition.
  public Template template() {
    return template;
  }

  @Override
  public String toString() {
    return template.source();
  }
}
