package dev.godwit.manifest.internal.format;

import dev.godwit.manifest.internal.format.Blocks.Block;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/// Lays a text out anew. It goes from token to token and copies each as it is written; new are only
/// the spaces before and between them.
final class Layout {
  /// A slash behind a backslash that nothing escapes. The reader forgives it, the scanner does not.
  private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\/");

  private final SourceText source;
  private final LineWriter writer;
  private final Blocks blocks = new Blocks();
  private List<Block> before = List.of();

  /// The line and the position up to which everything is written; the line is -1 at first.
  private int line = -1;

  private int position;

  /// The token before, and whether the line is complete with it.
  private Token.ID previous = Token.ID.StreamStart;

  private boolean ended;

  /// How far the last line outside of brackets has moved.
  private int shift;

  private boolean keyFollows;
  private int brackets;

  private Layout(String text) {
    source = new SourceText(text);
    writer = new LineWriter(source);
  }

  /// @param text YAML
  static String of(String text) {
    Layout layout = new Layout(text);
    // As long as the original, and the same to the scanner.
    String scanned = ESCAPED_SLASH.matcher(text).replaceAll("$1\\\\\\\\");
    ScannerImpl scanner = new ScannerImpl(new StreamReader(scanned), new LoaderOptions());
    while (!scanner.checkToken(Token.ID.StreamEnd)) {
      layout.add(scanner.getToken());
    }
    return layout.end();
  }

  private void add(Token token) {
    int column = token.getStartMark().getColumn();
    switch (token.getTokenId()) {
      case BlockMappingStart -> blocks.open(column, false);
      case BlockSequenceStart -> blocks.open(column, true);
      case BlockEnd -> blocks.close();
      case BlockEntry -> {
        blocks.dash(column);
        write(token);
      }
      case Key -> {
        if (brackets == 0) {
          blocks.endDashes();
          keyFollows = true;
        }
        if (width(token) > 0) {
          write(token);
        }
      }
      default -> {
        if (width(token) > 0) {
          write(token);
        }
      }
    }
  }

  private static int width(Token token) {
    return token.getEndMark().getIndex() - token.getStartMark().getIndex();
  }

  private void write(Token token) {
    int start = token.getStartMark().getIndex();
    int tokenLine = source.lineOf(start);
    if (tokenLine > line) {
      beginLine(token, tokenLine);
    } else {
      writer.append(space(source.slice(position, start)));
    }
    text(token, tokenLine);
    previous = token.getTokenId();
    before = blocks.all();
    keyFollows = false;
    brackets +=
        switch (token.getTokenId()) {
          case FlowMappingStart, FlowSequenceStart -> 1;
          case FlowMappingEnd, FlowSequenceEnd -> -1;
          default -> 0;
        };
  }

  private void beginLine(Token token, int tokenLine) {
    finishLine();
    int indent = source.indent(tokenLine);
    if (brackets > 0) {
      writer.between(line + 1, tokenLine, comment -> moved(comment, blocks.outer()));
      writer.spaces(moved(indent, blocks.outer()));
      return;
    }
    int column = column(token);
    Gap gap = new Gap(before, indent, column);
    writer.between(line + 1, tokenLine, gap::column);
    writer.spaces(column);
    shift = column - indent;
  }

  private void finishLine() {
    if (line >= 0 && !ended) {
      writer.finish(line, position);
    }
    ended = false;
  }

  private int column(Token token) {
    return switch (token.getTokenId()) {
      case DocumentStart, DocumentEnd, Directive -> 0;
      case BlockEntry, Key, Value -> blocks.outer();
      default -> keyFollows ? blocks.outer() : blocks.inner();
    };
  }

  /// The column of what stands inside brackets or goes on with a scalar.
  private int moved(int indent, int least) {
    return Math.max(indent + shift, least);
  }

  private String space(String written) {
    if (brackets > 0 || written.isEmpty()) {
      return written;
    }
    return switch (previous) {
      case BlockEntry, Key, Value, Anchor, Tag, DocumentStart -> " ";
      default -> written;
    };
  }

  private void text(Token token, int tokenLine) {
    int start = token.getStartMark().getIndex();
    int end = token.getEndMark().getIndex();
    line = tokenLine;
    position = end;
    if (token instanceof ScalarToken scalar && isBlock(scalar)) {
      block(start, tokenLine);
    } else if (source.lineOf(end) > tokenLine) {
      lines(start, end, tokenLine);
    } else {
      writer.append(source.slice(start, end));
    }
  }

  private static boolean isBlock(ScalarToken scalar) {
    return switch (scalar.getStyle()) {
      case LITERAL, FOLDED -> true;
      case DOUBLE_QUOTED, SINGLE_QUOTED, PLAIN, JSON_SCALAR_STYLE -> false;
    };
  }

  private void block(int start, int tokenLine) {
    String header = source.slice(start, source.end(tokenLine)).stripTrailing();
    int column = Math.max(blocks.inner(), Blocks.STEP);
    BlockScalar scalar = new BlockScalar(source, tokenLine, header, blocks.was(), column);
    writer.append(header);
    writer.end(tokenLine);
    for (int i = tokenLine + 1; i <= scalar.last(); i++) {
      writer.append(scalar.line(i));
      writer.end(i);
    }
    line = scalar.last();
    position = source.end(line);
    ended = true;
  }

  /// A scalar on several lines that the scanner folds: spaces at their beginnings mean nothing.
  private void lines(int start, int end, int first) {
    int last = source.lineOf(end);
    writer.append(source.slice(start, source.end(first)));
    for (int i = first + 1; i <= last; i++) {
      writer.end(i - 1);
      if (!source.isBlank(i)) {
        int indent = source.indent(i);
        writer.spaces(moved(indent, brackets > 0 ? blocks.outer() : blocks.inner()));
        int to = i == last ? end : source.end(i);
        writer.append(source.slice(Math.min(source.start(i) + indent, to), to));
      }
    }
    line = last;
  }

  private String end() {
    boolean inBlock = ended;
    finishLine();
    int to = source.lines();
    while (to > line + 1 && source.isBlank(to - 1)) {
      to--;
    }
    boolean open = inBlock && to == line + 1 && !source.endsWithBreak();
    writer.between(line + 1, to, new Gap(before, 0, 0)::column);
    String text = writer.text();
    // With a line break at its end the text of the last block would be longer by it.
    return open ? text.substring(0, text.length() - 1) : text;
  }
}
