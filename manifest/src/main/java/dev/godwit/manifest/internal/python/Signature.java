package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a Python function, and the binding of a call's arguments to them.
///
/// Written as `name(required, optional=, /)`: everything before a `/` is passed by position only, a
/// last `*` takes all further positions and a last `**` all further names.
public final class Signature {
  private final String name;
  private final List<String> parameters;
  private final int required;
  private final int positionalOnly;
  private final boolean variadic;
  private final boolean openNames;

  private Signature(
      String name,
      List<String> parameters,
      int required,
      int positionalOnly,
      boolean variadic,
      boolean openNames) {
    this.name = name;
    this.parameters = List.copyOf(parameters);
    this.required = required;
    this.positionalOnly = positionalOnly;
    this.variadic = variadic;
    this.openNames = openNames;
  }

  /// Reads a signature.
  ///
  /// @throws IllegalArgumentException when `text` is not written as described
  public static Signature of(String text) {
    int open = text.indexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException("not a signature: " + text);
    }
    List<String> parameters = new ArrayList<>();
    int required = 0;
    int positionalOnly = 0;
    boolean variadic = false;
    boolean openNames = false;
    String list = text.substring(open + 1, text.length() - 1);
    for (String part : list.isBlank() ? new String[0] : list.split(",", -1)) {
      String parameter = part.strip();
      if (parameter.equals("/")) {
        positionalOnly = parameters.size();
      } else if (parameter.equals("**")) {
        openNames = true;
      } else if (parameter.equals("*")) {
        variadic = true;
      } else if (parameter.endsWith("=")) {
        parameters.add(parameter.substring(0, parameter.length() - 1));
      } else {
        parameters.add(parameter);
        required++;
      }
    }
    String name = text.substring(0, open);
    return new Signature(name, parameters, required, positionalOnly, variadic, openNames);
  }

  public String name() {
    return name;
  }

  /// Matches the arguments of a call to the parameters.
  ///
  /// @throws PythonException TYPE for arguments too many, too few, unknown or given twice
  public Bound bind(Arguments arguments) {
    List<@Nullable Object> given = arguments.positional();
    int count = parameters.size();
    if (given.size() > count && !variadic) {
      throw PythonException.type(
          name + "() takes at most " + count + " arguments (" + given.size() + " given)");
    }
    @Nullable Object[] values = new @Nullable Object[count];
    Arrays.fill(values, MISSING);
    for (int i = 0; i < Math.min(count, given.size()); i++) {
      values[i] = given.get(i);
    }
    Map<String, @Nullable Object> extra = openNames ? new LinkedHashMap<>() : Map.of();
    for (Map.Entry<String, @Nullable Object> entry : arguments.named().entrySet()) {
      int at = parameters.indexOf(entry.getKey());
      if (at < positionalOnly || at < 0) {
        if (openNames) {
          extra.put(entry.getKey(), entry.getValue());
          continue;
        }
        throw PythonException.type(
            name + "() got an unexpected keyword argument '" + entry.getKey() + "'");
      }
      if (values[at] != MISSING) {
        throw PythonException.type(
            name + "() got multiple values for argument '" + entry.getKey() + "'");
      }
      values[at] = entry.getValue();
    }
    for (int i = 0; i < required; i++) {
      if (values[i] == MISSING) {
        throw PythonException.type(
            name + "() missing required argument: '" + parameters.get(i) + "'");
      }
    }
    List<@Nullable Object> rest =
        given.size() > count ? given.subList(count, given.size()) : List.of();
    return new Bound(name, values, rest, extra);
  }
}
