package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The variables that a template sees. Immutable, and cheap to extend: a child holds one variable
/// and its parent.
///
/// Values are plain Java values as [dev.godwit.manifest.internal.python] lists them, objects that
/// implement [dev.godwit.manifest.internal.python.Attributes], or
/// [dev.godwit.manifest.internal.python.PythonFunction]s. Templates may change lists and maps that
/// they are given, as they may in the reference.
public final class Scope {
  private static final String SLICE = "stream_slice";

  /// A value that is looked up each time.
  private record Live(Supplier<? extends @Nullable Object> source) {}

  private final String name;
  private final @Nullable Object value;
  private final @Nullable Scope parent;
  private final TemplateEnvironment environment;

  private Scope(
      String name,
      @Nullable Object value,
      @Nullable Scope parent,
      TemplateEnvironment environment) {
    this.name = name;
    this.value = value;
    this.parent = parent;
    this.environment = environment;
  }

  /// The outermost scope with the one variable `config`.
  public static Scope of(@Nullable Object config, TemplateEnvironment environment) {
    return new Scope("config", config, null, environment);
  }

  /// The outermost scope with a `config` that may be another one each time it is read.
  public static Scope live(
      Supplier<? extends @Nullable Object> config, TemplateEnvironment environment) {
    return new Scope("config", new Live(config), null, environment);
  }

  /// This scope and one more variable, which hides an older one of the same name. A `stream_slice`
  /// is also visible as `stream_partition` and `stream_interval`.
  ///
  /// @throws IllegalArgumentException for those two names themselves
  public Scope with(String variable, @Nullable Object bound) {
    if (isAlias(variable)) {
      throw new IllegalArgumentException(variable + " follows " + SLICE + " and is not set itself");
    }
    return new Scope(variable, bound, this, environment);
  }

  public TemplateEnvironment environment() {
    return environment;
  }

  /// The value of `variable`, or [dev.godwit.manifest.internal.python.Missing#MISSING].
  public @Nullable Object lookUp(String variable) {
    String wanted = isAlias(variable) ? SLICE : variable;
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.name.equals(wanted)) {
        return scope.value instanceof Live(Supplier<? extends @Nullable Object> source)
            ? source.get()
            : scope.value;
      }
    }
    return MISSING;
  }

  /// Whether `variable` is set.
  public boolean has(String variable) {
    return lookUp(variable) != MISSING;
  }

  private static boolean isAlias(String variable) {
    return variable.equals("stream_partition") || variable.equals("stream_interval");
  }
}
