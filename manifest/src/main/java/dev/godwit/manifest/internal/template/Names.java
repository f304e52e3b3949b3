package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.Undefined;
import org.jspecify.annotations.Nullable;

/// Reading variables.
final class Names {
  private Names() {}

  /// A variable of the scope, else a global function; undefined where there is neither.
  static Node fromScope(String name) {
    Undefined undefined = Undefined.name(name);
    return frame -> {
      Object value = resolve(name, frame);
      return value == MISSING ? undefined : value;
    };
  }

  /// A local variable.
  static Node fromSlot(String name, int slot) {
    Undefined undefined = Undefined.name(name);
    return frame -> {
      Object value = frame.slot(slot);
      return value == MISSING ? undefined : value;
    };
  }

  /// What the scope or else the template language has under `name`.
  static @Nullable Object resolve(String name, Frame frame) {
    Object value = frame.scope().lookUp(name);
    if (value != MISSING) {
      return value;
    }
    Globals.Function global = Globals.find(name);
    return global == null ? MISSING : global.bind(frame);
  }
}
