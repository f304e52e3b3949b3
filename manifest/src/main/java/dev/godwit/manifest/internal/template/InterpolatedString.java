package dev.godwit.manifest.internal.template;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A component's string that may be a template. An empty or undefined result is evaluated once more
/// as the default, which is the template itself unless another is given.
///
/// As in the reference an instance remembers: once its first result equals its source it is a plain
/// string for good, also where that happened because the first evaluation failed with a Python
/// `TypeError`. Thread-safe.
public final class InterpolatedString {
  private enum Memory {
    FRESH,
    TEMPLATE,
    PLAIN
  }

  private final String source;
  private final Template template;
  private final Template fallback;
  private final Map<String, ? extends @Nullable Object> parameters;
  private volatile Memory memory;

  private InterpolatedString(
      String source, Template fallback, Map<String, ? extends @Nullable Object> parameters) {
    this.source = source;
    this.template = Template.compile(source);
    this.fallback = fallback;
    this.parameters = parameters;
    this.memory = template.isItself() ? Memory.PLAIN : Memory.FRESH;
  }

  /// A string whose default is itself.
  ///
  /// @param parameters the component's `$parameters`, visible as `parameters`
  /// @throws dev.godwit.core.error.GodwitException CONFIG `template.syntax`
  public static InterpolatedString of(
      String source, Map<String, ? extends @Nullable Object> parameters) {
    return new InterpolatedString(source, Template.compile(source), parameters);
  }

  /// A string with a default of its own.
  ///
  /// @param fallback evaluated where `source` gives nothing; empty means `source`
  /// @throws dev.godwit.core.error.GodwitException CONFIG `template.syntax`
  public static InterpolatedString of(
      String source, String fallback, Map<String, ? extends @Nullable Object> parameters) {
    String last = fallback.isEmpty() ? source : fallback;
    return new InterpolatedString(source, Template.compile(last), parameters);
  }

  /// The value in `scope`, of any type.
  ///
  /// @throws dev.godwit.core.error.GodwitException as [Template#eval(Scope)]
  public @Nullable Object eval(Scope scope) {
    return eval(scope, ValueType.ANY);
  }

  /// The value in `scope`; one of a type outside `valid` stays text.
  ///
  /// @throws dev.godwit.core.error.GodwitException as [Template#eval(Scope)]
  public @Nullable Object eval(Scope scope, Set<ValueType> valid) {
    Memory known = memory;
    if (known == Memory.PLAIN) {
      return source;
    }
    Object value = template.eval(template.withParameters(scope, parameters), fallback, valid);
    if (known == Memory.FRESH) {
      memory = source.equals(value) ? Memory.PLAIN : Memory.TEMPLATE;
    }
    return value;
  }

  /// The template behind this string.
  public Template template() {
    return template;
  }

  public String source() {
    return source;
  }

  @Override
  public String toString() {
    return source;
  }
}
