package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Text;
import java.util.ArrayList;
import java.util.List;

/// Splits a template into text and tags; the inside of tags is read by [TagLexer]. Handles
/// whitespace control, comments and raw blocks.
final class Lexer {
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private Lexer(String source) {
    this.source = source;
  }

  /// The tokens of `template`, the last of kind END.
  ///
  /// @throws dev.godwit.core.error.GodwitException CONFIG `template.syntax`
  static List<Token> tokens(String template) {
    Lexer lexer = new Lexer(normalised(template));
    lexer.run();
    return lexer.tokens;
  }

  /// One kind of line break, and none at the very end.
  static String normalised(String template) {
    String lines = template;
    if (template.indexOf('\r') >= 0) {
      lines = template.replace("\r\n", "\n").replace('\r', '\n');
    }
    return lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
  }

  private void run() {
    while (at < source.length()) {
      int tag = nextTag();
      if (tag < 0) {
        addData(source.substring(at));
        break;
      }
      String text = source.substring(at, tag);
      boolean strip = tag + 2 < source.length() && source.charAt(tag + 2) == '-';
      addData(strip ? Text.rstrip(text) : text);
      line += strip ? lines(text) - lines(Text.rstrip(text)) : 0;
      at = tag;
      openTag(source.charAt(tag + 1));
    }
    tokens.add(new Token(Token.Kind.END, "", null, line));
  }

  private int nextTag() {
    for (int i = source.indexOf('{', at); i >= 0; i = source.indexOf('{', i + 1)) {
      if (i + 1 < source.length() && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private void addData(String text) {
    if (!text.isEmpty()) {
      tokens.add(new Token(Token.Kind.DATA, text, null, line));
      line += lines(text);
    }
  }

  static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private void openTag(char kind) {
    if (kind == '#') {
      comment();
    } else if (kind == '%' && raw()) {
      return;
    } else {
      tag(kind == '{');
    }
  }

  private void advance(int end) {
    line += lines(source.substring(at, end));
    at = end;
  }

  private void comment() {
    int end = source.indexOf("#}", at + 2);
    if (end < 0) {
      throw SyntaxError.at(line, "Missing end of comment tag");
    }
    boolean strip = end > at + 2 && source.charAt(end - 1) == '-';
    advance(strip ? afterSpace(end + 2) : end + 2);
  }

  private int afterSpace(int from) {
    int end = from;
    while (end < source.length() && Text.isSpace(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private int afterSign(int from, String signs) {
    boolean signed = from < source.length() && signs.indexOf(source.charAt(from)) >= 0;
    return signed ? from + 1 : from;
  }

  /// The end of a `raw` or `endraw` tag that begins at `from`, or -1.
  private int wordTag(int from, String word, String endSigns) {
    int start = afterSpace(afterSign(from + 2, "-+"));
    if (!source.startsWith(word, start)) {
      return -1;
    }
    int close = afterSpace(start + word.length());
    int end = afterSign(close, endSigns);
    if (!source.startsWith("%}", end)) {
      return -1;
    }
    return end > close && source.charAt(close) == '-' ? afterSpace(end + 2) : end + 2;
  }

  private boolean raw() {
    int body = wordTag(at, "raw", "-");
    if (body < 0) {
      return false;
    }
    for (int i = source.indexOf("{%", body); i >= 0; i = source.indexOf("{%", i + 1)) {
      int end = wordTag(i, "endraw", "-+");
      if (end >= 0) {
        String text = source.substring(body, i);
        tokens.add(
            new Token(
                Token.Kind.DATA,
                source.charAt(i + 2) == '-' ? Text.rstrip(text) : text,
                null,
                line));
        advance(end);
        return true;
      }
    }
    throw SyntaxError.at(line, "Missing end of raw directive");
  }

  private void tag(boolean print) {
    at = afterSign(at + 2, "-+");
    Token.Kind begin = print ? Token.Kind.PRINT_BEGIN : Token.Kind.BLOCK_BEGIN;
    tokens.add(new Token(begin, "", null, line));
    TagLexer inside = new TagLexer(source, at, line, print, tokens);
    inside.run();
    line = inside.line();
    at = inside.end();
  }
}
