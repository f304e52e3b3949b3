package dev.godwit.manifest.internal.python;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `ast.literal_eval`: the value of a text that is a Python literal.
public final class Literal {
  private static final int MAX_DEPTH = 199;

  private final LiteralScanner scanner;
  private int depth;

  private Literal(LiteralScanner scanner) {
    this.scanner = scanner;
  }

  /// The value, or [Missing#MISSING] where Python finds no literal in `text`. Complex numbers count
  /// as none.
  public static @Nullable Object parse(String text) {
    Long number = smallNumber(text);
    if (number != null) {
      return number;
    }
    if (!mayBeLiteral(text)) {
      return MISSING;
    }
    try {
      Literal parser = new Literal(new LiteralScanner(text));
      Object value = parser.tuple();
      parser.scanner.expectEnd();
      return value;
    } catch (PythonException _) {
      return MISSING;
    }
  }

  /// Rules out most texts by their first characters.
  private static boolean mayBeLiteral(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (at == text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return switch (c) {
      case 'T' -> text.startsWith("True", at);
      case 'F' -> text.startsWith("False", at);
      case 'N' -> text.startsWith("None", at);
      case 's' -> text.startsWith("set", at);
      case 'b', 'B', 'u', 'U', 'r', 'R' -> isQuote(text, at + 1) || isQuote(text, at + 2);
      case '+', '-', '.', '(', '[', '{', '\'', '"', '#', '\\', '\n', '\r', '\f' -> true;
      default -> c >= '0' && c <= '9' && !beginsWithDate(text, at);
    };
  }

  /// Whether a text begins as `2024-03-10` does: a difference of two differences, which is no
  /// literal whatever follows.
  private static boolean beginsWithDate(String text, int at) {
    if (text.length() < at + 10 || text.charAt(at + 4) != '-' || text.charAt(at + 7) != '-') {
      return false;
    }
    for (int i = at; i < at + 10; i++) {
      char c = text.charAt(i);
      if (i != at + 4 && i != at + 7 && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuote(String text, int at) {
    return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
  }

  /// The value of a text of a few digits, null for any other text.
  private static @Nullable Long smallNumber(String text) {
    int length = text.length();
    if (length == 0 || length > 18 || (length > 1 && text.charAt(0) == '0')) {
      return null;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return null;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private @Nullable Object tuple() {
    Object first = value();
    if (!scanner.peekSymbol(',')) {
      return first;
    }
    List<@Nullable Object> items = new ArrayList<>();
    items.add(first);
    while (scanner.takeSymbol(',')) {
      if (scanner.atEnd() || scanner.peekSymbol(')')) {
        break;
      }
      items.add(value());
    }
    return new Tuple(items);
  }

  private @Nullable Object value() {
    if (scanner.takeSymbol('-')) {
      return Arithmetic.negate(operand());
    }
    if (scanner.takeSymbol('+')) {
      return Arithmetic.plus(operand());
    }
    return atom();
  }

  private Object operand() {
    Object number = atom();
    if (number instanceof Boolean || number == null || !Numbers.isNumber(number)) {
      throw malformed();
    }
    return number;
  }

  private @Nullable Object atom() {
    char c = scanner.peek();
    if (c == '(' || c == '[' || c == '{') {
      return bracketed(c);
    }
    if (c == '.' && scanner.takeText("...")) {
      return Ellipsis.ELLIPSIS;
    }
    if (c == '.' || (c >= '0' && c <= '9')) {
      return scanner.number();
    }
    if (scanner.atString()) {
      return strings();
    }
    return switch (scanner.name()) {
      case "None" -> null;
      case "True" -> true;
      case "False" -> false;
      case "set" -> emptySet();
      default -> throw malformed();
    };
  }

  private Object emptySet() {
    if (!scanner.takeSymbol('(')) {
      throw malformed();
    }
    scanner.enter();
    scanner.close(')');
    return new PythonSet();
  }

  private Object strings() {
    Object first = scanner.string();
    while (scanner.atString()) {
      Object next = scanner.string();
      if (first instanceof String a && next instanceof String b) {
        first = a + b;
      } else if (first instanceof Bytes a && next instanceof Bytes b) {
        first = joined(a, b);
      } else {
        throw malformed();
      }
    }
    return first;
  }

  private static Bytes joined(Bytes left, Bytes right) {
    byte[] octets = new byte[left.length() + right.length()];
    System.arraycopy(left.octets(), 0, octets, 0, left.length());
    System.arraycopy(right.octets(), 0, octets, left.length(), right.length());
    return new Bytes(octets);
  }

  private @Nullable Object bracketed(char open) {
    if (++depth > MAX_DEPTH) {
      throw malformed();
    }
    scanner.takeSymbol(open);
    scanner.enter();
    Object value =
        switch (open) {
          case '(' -> parenthesised();
          case '[' -> list();
          default -> braced();
        };
    depth--;
    return value;
  }

  private @Nullable Object parenthesised() {
    Object value = scanner.peekSymbol(')') ? Tuple.EMPTY : tuple();
    scanner.close(')');
    return value;
  }

  private List<@Nullable Object> list() {
    List<@Nullable Object> items = new ArrayList<>();
    while (!scanner.peekSymbol(']')) {
      items.add(value());
      if (!scanner.takeSymbol(',')) {
        break;
      }
    }
    scanner.close(']');
    return items;
  }

  private Object braced() {
    if (scanner.peekSymbol('}')) {
      scanner.close('}');
      return new LinkedHashMap<>();
    }
    Object first = value();
    Object result = scanner.takeSymbol(':') ? dict(first) : set(first);
    scanner.close('}');
    return result;
  }

  private Object dict(@Nullable Object firstKey) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    Keys.put(map, firstKey, value());
    while (scanner.takeSymbol(',') && !scanner.peekSymbol('}')) {
      Object key = value();
      if (!scanner.takeSymbol(':')) {
        throw malformed();
      }
      Keys.put(map, key, value());
    }
    return map;
  }

  private PythonSet set(@Nullable Object first) {
    PythonSet set = new PythonSet();
    set.add(first);
    while (scanner.takeSymbol(',') && !scanner.peekSymbol('}')) {
      set.add(value());
    }
    return set;
  }

  static PythonException malformed() {
    return PythonException.value("malformed node or string");
  }
}
