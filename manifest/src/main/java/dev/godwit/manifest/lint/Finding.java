package dev.godwit.manifest.lint;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that is wrong in a manifest, or probably not meant.
///
/// @param file as the caller named it
/// @param line counted from 1
/// @param column in characters (code points), counted from 1
/// @param path path inside the document, for example `streams[0].retriever`; null where the place
///   has none. What is used in several places is named by its first
/// @param suggestion what to do, as a sentence; null where there is nothing to add to the message
/// @param fix the change of the text that settles it; null where that takes a decision
public record Finding(
    String file,
    int line,
    int column,
    @Nullable String path,
    LintCode code,
    String message,
    @Nullable String suggestion,
    @Nullable Fix fix) {
  /// From the first line to the last, the worse ones first.
  public static final Comparator<Finding> IN_ORDER =
      Comparator.comparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::code)
          .thenComparing(Finding::message);

  public Severity severity() {
    return code.severity();
  }

  /// One line: `shop.yaml:3:5: warning: NoAuth has no field tokenn [unknown-field]`.
  @Override
  public String toString() {
    String level = severity().name().toLowerCase(Locale.ROOT);
    return "%s:%d:%d: %s: %s [%s]".formatted(file, line, column, level, message, code);
  }
}
