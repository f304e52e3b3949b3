package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Literal;
import dev.godwit.manifest.internal.python.PythonException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A template, compiled once for each distinct source. Immutable and thread-safe.
///
/// Evaluation prints the template and reads the text as a Python literal, so that `5` is a number
/// and `abc` a text. Where Python raises a `TypeError` the value is the template's own source, as
/// users of the reference know it.
public final class Template {
  private static final ConcurrentHashMap<String, Template> CACHE = new ConcurrentHashMap<>();
  private static final int MAX_CACHED = 20_000;

  private final String source;
  private final CompiledTemplate compiled;
  private final TemplateFacts facts;

  private Template(String source) {
    this.source = source;
    this.compiled = CompiledTemplate.of(source);
    this.facts = new TemplateFacts(compiled);
  }

  /// The template with this source.
  ///
  /// @throws GodwitException CONFIG `template.syntax` when `source` does not parse
  public static Template compile(String source) {
    Template known = CACHE.get(source);
    if (known != null) {
      return known;
    }
    Template made = create(source);
    if (CACHE.size() < MAX_CACHED) {
      CACHE.put(source, made);
    }
    return made;
  }

  private static Template create(String source) {
    try {
      return new Template(source);
    } catch (GodwitException malformed) {
      throw SyntaxError.in(source, malformed);
    }
  }

  /// The value in `scope`, read as a Python literal where it is one; null where the template prints
  /// nothing or uses an undefined value.
  ///
  /// @throws GodwitException CONFIG `template.stream-state` for templates that name it; SYSTEM
  ///   `template.undeclared` for variables that `scope` does not have, other SYSTEM `template.…`
  ///   codes for what Python raises
  public @Nullable Object eval(Scope scope) {
    return eval(scope, null, ValueType.ANY);
  }

  /// As [#eval(Scope)], with `fallback` evaluated where this template prints nothing or uses an
  /// undefined value.
  ///
  /// @param fallback null for none; an undefined value in it is an error
  /// @param valid types a literal may have; a text that stands for another type stays text
  /// @throws GodwitException as [#eval(Scope)], also SYSTEM `template.undefined`
  public @Nullable Object eval(Scope scope, @Nullable Template fallback, Set<ValueType> valid) {
    Object value = attempt(scope, valid, false);
    if (value != MISSING) {
      return value;
    }
    if (fallback == null) {
      return null;
    }
    Object last = fallback.attempt(scope, valid, true);
    return last == MISSING ? "" : last;
  }

  /// The value, or [dev.godwit.manifest.internal.python.Missing#MISSING] where nothing is printed.
  private @Nullable Object attempt(Scope scope, Set<ValueType> valid, boolean isFallback) {
    if (compiled.namesStreamState() && !isFallback) {
      throw EvaluationError.streamState(source);
    }
    try {
      compiled.checkDeclared(source, scope);
      return compiled.value(scope, valid);
    } catch (PythonException e) {
      return switch (e.kind()) {
        case TYPE -> RoundTrip.literal(source, valid);
        case UNDEFINED -> {
          if (isFallback) {
            throw EvaluationError.of(source, e);
          }
          yield MISSING;
        }
        case VALUE, KEY, INDEX, ATTRIBUTE, ZERO_DIVISION, OVERFLOW, SECURITY, RUNTIME, STOP ->
            throw EvaluationError.of(source, e);
      };
    } catch (StackOverflowError _) {
      throw EvaluationError.tooDeep(source);
    }
  }

  /// `scope` with `parameters`, if this template names them.
  Scope withParameters(Scope scope, Map<String, ? extends @Nullable Object> parameters) {
    return facts.namesParameters() ? scope.with("parameters", parameters) : scope;
  }

  public String source() {
    return source;
  }

  /// Whether the value is the same in every scope.
  public boolean isConstant() {
    return facts.isConstant();
  }

  /// Whether the value is the same each time in the same scope: nothing in it is drawn or tells the
  /// time.
  public boolean isRepeatable() {
    return facts.isRepeatable();
  }

  /// Whether the value is always the source itself: a plain text that stands for no literal.
  public boolean isItself() {
    return compiled.isPlain(source) && !source.isEmpty() && Literal.parse(source) == MISSING;
  }

  /// The variables that a scope must have, in order of appearance.
  public Set<String> roots() {
    return compiled.undeclared();
  }

  /// What the template reads of the variable `root`.
  public Reads reads(String root) {
    return facts.reads(root);
  }

  @Override
  public String toString() {
    return source;
  }
}
