package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonFunction;
import dev.godwit.manifest.internal.python.PythonJsonReader;
import dev.godwit.manifest.internal.python.Types;
import org.jspecify.annotations.Nullable;

/// Functions that only some components put into the scope of their templates.
public final class ScopeFunctions {
  /// `json_loads(text)`, which the JWT authenticator offers.
  public static final PythonFunction JSON_LOADS = ScopeFunctions::jsonLoads;

  private ScopeFunctions() {}

  private static @Nullable Object jsonLoads(Arguments arguments) {
    Object value = arguments.positional().size() == 1 ? arguments.positional().getFirst() : null;
    if (value instanceof String text) {
      return PythonJsonReader.loads(text);
    }
    throw PythonException.type(
        "the JSON object must be str, bytes or bytearray, not " + Types.name(value));
  }
}
