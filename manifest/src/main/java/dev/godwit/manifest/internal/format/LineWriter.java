package dev.godwit.manifest.internal.format;

import java.util.function.IntUnaryOperator;

/// Writes lines, and what stands between them: comments, and blank lines, of which no more than one
/// stays in a row.
final class LineWriter {
  private final SourceText source;
  private final StringBuilder out = new StringBuilder();

  LineWriter(SourceText source) {
    this.source = source;
  }

  void append(String text) {
    out.append(text);
  }

  void spaces(int count) {
    out.repeat(' ', count);
  }

  /// Ends a line that was written up to a position: a comment may follow there.
  void finish(int line, int from) {
    String rest = source.slice(from, source.end(line)).strip();
    if (!rest.isEmpty()) {
      out.append("  ").append(rest);
    }
    out.append(source.lineBreak(line));
  }

  /// Ends a line that nothing follows.
  void end(int line) {
    out.append(source.lineBreak(line));
  }

  /// Writes lines without content.
  ///
  /// @param columns where a comment goes that stood in a column
  void between(int from, int to, IntUnaryOperator columns) {
    boolean blank = out.isEmpty();
    for (int line = from; line < to; line++) {
      if (!source.isBlank(line)) {
        spaces(columns.applyAsInt(source.indent(line)));
        out.append(source.line(line).strip());
        end(line);
        blank = false;
      } else if (!blank) {
        end(line);
        blank = true;
      }
    }
  }

  String text() {
    return out.toString();
  }
}
