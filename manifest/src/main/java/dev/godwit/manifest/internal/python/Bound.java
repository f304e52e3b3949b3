package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of one call, in the order of its [Signature].
public final class Bound {
  private final String function;
  private final @Nullable Object[] values;
  private final List<@Nullable Object> rest;
  private final Map<String, @Nullable Object> extra;

  Bound(
      String function,
      @Nullable Object[] values,
      List<@Nullable Object> rest,
      Map<String, @Nullable Object> extra) {
    this.function = function;
    this.values = values;
    this.rest = rest;
    this.extra = extra;
  }

  public boolean has(int index) {
    return values[index] != MISSING;
  }

  /// The argument, or null where it was left out.
  public @Nullable Object at(int index) {
    return or(index, null);
  }

  public @Nullable Object or(int index, @Nullable Object absent) {
    return values[index] == MISSING ? absent : values[index];
  }

  /// What `*args` takes.
  public List<@Nullable Object> rest() {
    return rest;
  }

  /// What `**kwargs` takes.
  public Map<String, @Nullable Object> extra() {
    return extra;
  }

  /// The argument as a str.
  ///
  /// @throws PythonException TYPE when the argument is no str
  public String text(int index) {
    Object value = values[index];
    if (Markup.plain(value) instanceof String text) {
      return text;
    }
    throw wrong("str", value);
  }

  public String text(int index, String absent) {
    return has(index) ? text(index) : absent;
  }

  /// The argument as an int.
  ///
  /// @throws PythonException TYPE when the argument is no int
  public int integer(int index) {
    return Numbers.index(values[index]);
  }

  public int integer(int index, int absent) {
    return has(index) ? integer(index) : absent;
  }

  public boolean truth(int index, boolean absent) {
    return has(index) ? Truth.of(values[index]) : absent;
  }

  private PythonException wrong(String wanted, @Nullable Object value) {
    return PythonException.type(
        function + "() argument must be " + wanted + ", not " + Types.name(value));
  }
}
