package dev.godwit.core.error;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The one exception that Godwit throws on purpose. It says what kind of error it is, carries a
/// stable code for programs, the place for people, and what to do next. Messages must never contain
/// secrets.
///
/// Instances are immutable; the `with…` methods return copies that share the cause.
public final class GodwitException extends RuntimeException {
  private final ErrorKind kind;
  private final String code;
  private final Place place;
  private final @Nullable String hint;

  private GodwitException(
      ErrorKind kind,
      String code,
      String message,
      Place place,
      @Nullable String hint,
      @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.code = code;
    this.place = place;
    this.hint = hint;
  }

  /// The user's input is wrong.
  ///
  /// @param code stable, lower case, dotted: `manifest.unknown-type`
  public static GodwitException config(String code, String message) {
    return new GodwitException(ErrorKind.CONFIG, code, message, Place.UNKNOWN, null, null);
  }

  public static GodwitException transientError(String code, String message) {
    return new GodwitException(ErrorKind.TRANSIENT, code, message, Place.UNKNOWN, null, null);
  }

  public static GodwitException system(String code, String message) {
    return new GodwitException(ErrorKind.SYSTEM, code, message, Place.UNKNOWN, null, null);
  }

  public static GodwitException contract(String code, String message) {
    return new GodwitException(ErrorKind.CONTRACT, code, message, Place.UNKNOWN, null, null);
  }

  /// A copy placed at `where`; parts that this exception already knows are kept.
  public GodwitException at(Place where) {
    return new GodwitException(kind, code, message(), place.within(where), hint, getCause());
  }

  /// A copy that says what the user can do.
  public GodwitException hint(String whatToDo) {
    return new GodwitException(kind, code, message(), place, whatToDo, getCause());
  }

  public GodwitException causedBy(Throwable cause) {
    return new GodwitException(kind, code, message(), place, hint, cause);
  }

  /// A copy whose texts have gone through `words`, and those of its causes and of what they
  /// suppress. A cause whose text changes is replaced by one that has only its stack.
  public GodwitException inWords(UnaryOperator<String> words) {
    return new GodwitException(
        kind,
        code,
        words.apply(message()),
        place.inWords(words),
        hint == null ? null : words.apply(hint),
        inWords(getCause(), words));
  }

  private static @Nullable Throwable inWords(
      @Nullable Throwable cause, UnaryOperator<String> words) {
    if (cause == null || isClean(cause, words)) {
      return cause;
    }
    return new RewrittenCause(
        words.apply(cause.toString()), cause, inWords(cause.getCause(), words));
  }

  private static boolean isClean(Throwable cause, UnaryOperator<String> words) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String text = each.toString();
      if (!words.apply(text).equals(text)) {
        return false;
      }
      for (Throwable suppressed : each.getSuppressed()) {
        if (!isClean(suppressed, words)) {
          return false;
        }
      }
    }
    return true;
  }

  public ErrorKind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public Place place() {
    return place;
  }

  public @Nullable String hint() {
    return hint;
  }

  /// What happened, without place and hint; {@link #describe()} has all three.
  public String message() {
    String message = getMessage();
    return message == null ? code : message;
  }

  /// Place, message and hint as one text of up to two lines.
  public String describe() {
    String where = place.toString();
    String text = where.isEmpty() ? message() : where + ": " + message();
    return hint == null ? text : text + "\n" + hint;
  }
}
