package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.PythonException.Kind;
import org.jspecify.annotations.Nullable;

/// The value of a name, attribute or item that does not exist: prints as nothing, is false and
/// empty, and fails when it is used in any other way.
public final class Undefined {
  private final Kind kind;
  private final @Nullable String hint;
  private final @Nullable Object owner;
  private final @Nullable Object name;

  private Undefined(
      Kind kind, @Nullable String hint, @Nullable Object owner, @Nullable Object name) {
    this.kind = kind;
    this.hint = hint;
    this.owner = owner;
    this.name = name;
  }

  /// A variable that is not in the scope.
  public static Undefined name(String name) {
    return new Undefined(Kind.UNDEFINED, null, MISSING, name);
  }

  /// A value that `owner` does not have under `name`.
  public static Undefined member(@Nullable Object owner, @Nullable Object name) {
    return new Undefined(Kind.UNDEFINED, null, owner, name);
  }

  public static Undefined because(String hint) {
    return new Undefined(Kind.UNDEFINED, hint, MISSING, null);
  }

  /// An attribute that exists in Python but that templates must not touch.
  public static Undefined unsafe(@Nullable Object owner, String name) {
    String hint =
        "access to attribute '" + name + "' of '" + Types.name(owner) + "' object is unsafe.";
    return new Undefined(Kind.SECURITY, hint, owner, name);
  }

  /// The exception that any use of this value raises.
  public PythonException failure() {
    return new PythonException(kind, message());
  }

  private String message() {
    if (hint != null) {
      return hint;
    }
    if (owner == MISSING) {
      return Repr.repr(name) + " is undefined";
    }
    String of = owner == null ? "None" : "'" + Types.name(owner) + " object'";
    return name instanceof String
        ? of + " has no attribute " + Repr.repr(name)
        : of + " has no element " + Repr.repr(name);
  }

  @Override
  public String toString() {
    return "";
  }
}
