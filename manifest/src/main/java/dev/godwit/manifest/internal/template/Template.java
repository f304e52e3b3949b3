package dev.godwit.manifest.internal.template;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Literal;
import dev.godwit.manifest.internal.python.Missing;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A template, compiled once for each distinct source. Immutable and thread-safe.
public final class Template {
  private static final ConcurrentHashMap<String, Template> CACHE = new ConcurrentHashMap<>();

  private final String source;

  private Template(String source) {
    this.source = source;
  }

  /// The template with this source.
  ///
  /// @throws GodwitException CONFIG `template.syntax` when `source` does not parse
  public static Template compile(String source) {
    return CACHE.computeIfAbsent(source, Template::new);
  }

  /// The value in `scope`, read as a Python literal where it is one; null where the template prints nothing or uses an
  /// undefined value.
  ///
  /// @throws GodwitException CONFIG `template.stream-state` for templates that name it; SYSTEM `template.undeclared` for
  ///     variables that `scope` does not have, other SYSTEM `template.…` codes for what Python raises
  public @Nullable Object eval(Scope scope) {
    return eval(scope, null, ValueType.ANY);
  }

  /// As [#eval(Scope)], with `fallback` evaluated where this template prints nothing or uses an undefined value.
  ///
  /// @param fallback null for none; an undefined value in it is an error
  /// @param valid types a literal may have; a text that stands for another type stays text
  /// @throws GodwitException as [#eval(Scope)], also SYSTEM `template.undefined`
  public @Nullable Object eval(Scope scope, @Nullable Template fallback, Set<ValueType> valid) {
    Object value = Literal.parse(source);
    return value == Missing.MISSING ? source : value;
  }

  /// `scope` with `parameters`, if this template names them.
  Scope withParameters(Scope scope, Map<String, ? extends @Nullable Object> parameters) {
    return roots().contains("parameters") ? scope.with("parameters", parameters) : scope;
  }

  public String source() {
    return source;
  }

  /// Whether the value is the same in every scope.
  public boolean isConstant() {
    return true;
  }

  /// Whether the value is always the source itself: a plain text that stands for no literal.
  public boolean isItself() {
    return false;
  }

  /// The variables that a scope must have, in order of appearance.
  public Set<String> roots() {
    return Set.of();
  }

  /// What the template reads of the variable `root`.
  public Reads reads(String root) {
    return new Reads.Keys(Set.of());
  }
}
