package dev.godwit.manifest.internal.python;

/// What a Python expression raises. It steers the evaluation of templates (a [Kind#TYPE] gives the
/// template's source back, a [Kind#UNDEFINED] leads to the default) and therefore carries no stack
/// trace; it never leaves the manifest engine: whoever evaluates an expression turns it into a
/// [dev.godwit.core.error.GodwitException].
public final class PythonException extends RuntimeException {
  /// The families of Python's exceptions that somebody tells apart.
  public enum Kind {
    TYPE("TypeError"),
    VALUE("ValueError"),
    KEY("KeyError"),
    INDEX("IndexError"),
    ATTRIBUTE("AttributeError"),
    ZERO_DIVISION("ZeroDivisionError"),
    OVERFLOW("OverflowError"),
    UNDEFINED("UndefinedError"),
    SECURITY("SecurityError"),
    RUNTIME("TemplateRuntimeError"),
    STOP("StopIteration");

    private final String pythonName;

    Kind(String pythonName) {
      this.pythonName = pythonName;
    }

    /// The name of Python's class, for messages.
    public String pythonName() {
      return pythonName;
    }
  }

  private final Kind kind;

  public PythonException(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public static PythonException type(String message) {
    return new PythonException(Kind.TYPE, message);
  }

  public static PythonException value(String message) {
    return new PythonException(Kind.VALUE, message);
  }

  public static PythonException overflow(String message) {
    return new PythonException(Kind.OVERFLOW, message);
  }

  public Kind kind() {
    return kind;
  }

  /// What Python would print, without the class.
  public String text() {
    String message = getMessage();
    return message == null ? kind.pythonName() : message;
  }

  /// True for what Python's `LookupError` covers.
  public boolean isLookup() {
    return kind == Kind.KEY || kind == Kind.INDEX;
  }
}
