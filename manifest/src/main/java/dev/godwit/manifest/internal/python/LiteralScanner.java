package dev.godwit.manifest.internal.python;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The tokens of Python literals: numbers, strings, names, symbols; newlines count as space only
/// inside brackets.
final class LiteralScanner {
  private static final String NAME_START = "_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final String text;
  private int at;
  private int brackets;

  LiteralScanner(String source) {
    String lines = source.indexOf('\r') < 0 ? source : newlines(source);
    if (lines.indexOf('\0') >= 0 || Codecs.hasLoneSurrogate(lines)) {
      throw Literal.malformed();
    }
    this.text = lines;
    skipIndent();
    skipLeadingLines();
    skip();
  }

  private static String newlines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private void skipIndent() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  /// Blank lines and comments may come before the literal, indentation may not.
  private void skipLeadingLines() {
    int line = at;
    while (line < text.length()) {
      int end = line;
      while (end < text.length() && " \t\f".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      if (end < text.length() && text.charAt(end) == '#') {
        int newline = text.indexOf('\n', end);
        end = newline < 0 ? text.length() : newline;
      }
      if (end == text.length() || text.charAt(end) != '\n') {
        break;
      }
      line = end + 1;
      at = line;
    }
    if (at > 0 && at < text.length() && text.charAt(at - 1) == '\n' && isBlank(text.charAt(at))) {
      throw Literal.malformed();
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /// A bracket was opened.
  void enter() {
    brackets++;
    skip();
  }

  /// The bracket is closed here.
  void close(char symbol) {
    if (peek() != symbol) {
      throw Literal.malformed();
    }
    at++;
    brackets--;
    skip();
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == '\\' && text.startsWith("\\\n", at) && at + 2 < text.length()) {
        at += 2;
      } else if (isBlank(c) || c == '\f' || (c == '\n' && brackets > 0)) {
        at++;
      } else {
        return;
      }
    }
  }

  char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  boolean peekSymbol(char symbol) {
    return peek() == symbol;
  }

  boolean takeSymbol(char symbol) {
    if (peek() != symbol) {
      return false;
    }
    at++;
    skip();
    return true;
  }

  boolean takeText(String wanted) {
    if (!text.startsWith(wanted, at)) {
      return false;
    }
    at += wanted.length();
    skip();
    return true;
  }

  boolean atEnd() {
    return at >= text.length() || text.charAt(at) == '\n';
  }

  void expectEnd() {
    int line = 0;
    while (at < text.length() && text.charAt(at) == '\n') {
      at++;
      line = at;
      skip();
    }
    boolean blankLastLine = line > 0 && line < text.length() && text.substring(line).isBlank();
    if (at < text.length() || blankLastLine) {
      throw Literal.malformed();
    }
  }

  String name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    skip();
    return name;
  }

  private static boolean isNamePart(char c) {
    return NAME_START.indexOf(c) >= 0 || (c >= '0' && c <= '9') || c > 127;
  }

  Object number() {
    int start = at;
    while (at < text.length() && isNumberPart(start)) {
      at++;
    }
    String digits = text.substring(start, at);
    skip();
    Object value = isWhole(digits) ? integer(digits) : real(digits);
    if (value == null) {
      throw Literal.malformed();
    }
    return value;
  }

  private static boolean isWhole(String digits) {
    if (digits.length() > 2 && digits.charAt(0) == '0' && Character.isLetter(digits.charAt(1))) {
      return "xXoObB".indexOf(digits.charAt(1)) >= 0;
    }
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c != '_' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private boolean isNumberPart(int start) {
    char c = text.charAt(at);
    if (c == '+' || c == '-') {
      char before = at > start ? text.charAt(at - 1) : ' ';
      boolean hex = text.startsWith("0x", start) || text.startsWith("0X", start);
      return !hex && (before == 'e' || before == 'E');
    }
    return c == '.' || isNamePart(c);
  }

  private static @Nullable Object integer(String digits) {
    Object value = NumberText.parseInt(digits, 0);
    return value instanceof Long || value instanceof BigInteger ? value : null;
  }

  private static @Nullable Object real(String digits) {
    char last = digits.charAt(digits.length() - 1);
    boolean shaped = Character.isDigit(last) || last == '.';
    return shaped ? NumberText.parseFloat(digits) : null;
  }

  boolean atString() {
    int quote = at + prefixLength();
    return quote < text.length() && (text.charAt(quote) == '\'' || text.charAt(quote) == '"');
  }

  private int prefixLength() {
    int length = 0;
    while (length < 3 && at + length < text.length() && isPrefix(text.charAt(at + length))) {
      length++;
    }
    return length;
  }

  private static boolean isPrefix(char c) {
    return "bBuUrR".indexOf(c) >= 0;
  }

  /// A string or bytes literal, decoded.
  Object string() {
    int length = prefixLength();
    String prefix = text.substring(at, at + length).toLowerCase(Locale.ROOT);
    if (length > 0 && !prefix.matches("b|u|r|br|rb")) {
      throw Literal.malformed();
    }
    at += length;
    char quote = text.charAt(at);
    String delimiter = String.valueOf(quote).repeat(3);
    if (!text.startsWith(delimiter, at)) {
      delimiter = String.valueOf(quote);
    }
    int start = at + delimiter.length();
    int end = endOfString(start, delimiter);
    String body = text.substring(start, end);
    at = end + delimiter.length();
    skip();
    return decoded(body, prefix);
  }

  private int endOfString(int start, String delimiter) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '\n' && delimiter.length() == 1) {
        throw Literal.malformed();
      } else if (text.startsWith(delimiter, i)) {
        return i;
      }
    }
    throw Literal.malformed();
  }

  private static Object decoded(String body, String prefix) {
    boolean raw = prefix.indexOf('r') >= 0;
    if (prefix.indexOf('b') < 0) {
      return raw ? body : StringEscapes.decode(body);
    }
    if (body.chars().anyMatch(c -> c > 127)) {
      throw Literal.malformed();
    }
    String octets = raw ? body : StringEscapes.decodeBytes(body);
    return new Bytes(octets.getBytes(StandardCharsets.ISO_8859_1));
  }
}
