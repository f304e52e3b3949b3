package dev.godwit.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One reading of one text into plain values. For one thread.
final class JsonReader {
  private final boolean lenient;
  private final JsonWalker walker;
  private final JsonStringReader strings;
  private final JsonNumberReader numbers;
  private int at;

  JsonReader(byte[] page, int start, int end, boolean lenient) {
    this.lenient = lenient;
    this.walker = new JsonWalker(page, start, end);
    this.strings = new JsonStringReader(page, end, lenient, walker);
    this.numbers = new JsonNumberReader(page, start, end, lenient);
    this.at = start;
  }

  @Nullable Object document() {
    at = walker.space(at);
    Object value = value(0);
    walker.finish(at);
    return value;
  }

  private @Nullable Object value(int depth) {
    return switch (walker.at(at)) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> literal("true", Boolean.TRUE);
      case 'f' -> literal("false", Boolean.FALSE);
      case 'n' -> literal("null", null);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      case '-' -> lenient && walker.at(at + 1) == 'I' ? constant() : number();
      default -> constant();
    };
  }

  private Map<String, @Nullable Object> object(int depth) {
    open(depth);
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (closes('}')) {
      return object;
    }
    do {
      if (walker.at(at) != '"') {
        throw walker.error(at, "expected a key in quotes");
      }
      String key = strings.readKey(at);
      at = walker.colon(strings.next());
      object.put(key, value(depth + 1));
    } while (goesOn('}', "expected ',' or '}'"));
    return object;
  }

  private List<@Nullable Object> array(int depth) {
    open(depth);
    List<@Nullable Object> array = new ArrayList<>();
    if (closes(']')) {
      return array;
    }
    do {
      array.add(value(depth + 1));
    } while (goesOn(']', "expected ',' or ']'"));
    return array;
  }

  private void open(int depth) {
    if (depth == JsonSyntax.MAX_DEPTH) {
      throw walker.error(at, "nested deeper than " + JsonSyntax.MAX_DEPTH);
    }
    at = walker.space(at + 1);
  }

  private boolean closes(char bracket) {
    if (walker.at(at) != bracket) {
      return false;
    }
    at++;
    return true;
  }

  private boolean goesOn(char bracket, String expected) {
    at = walker.space(at);
    if (closes(bracket)) {
      return false;
    }
    if (walker.at(at) != ',') {
      throw walker.error(at, expected);
    }
    at = walker.space(at + 1);
    return true;
  }

  private String string() {
    String text = strings.read(at);
    at = strings.next();
    return text;
  }

  private Object number() {
    Object number = numbers.read(at);
    at = numbers.next();
    return number;
  }

  private @Nullable Object literal(String word, @Nullable Boolean value) {
    at = walker.literal(at, word);
    return value;
  }

  private Object constant() {
    double value =
        switch (lenient ? walker.at(at) : 0) {
          case 'N' -> Double.NaN;
          case 'I' -> Double.POSITIVE_INFINITY;
          case '-' -> Double.NEGATIVE_INFINITY;
          default -> throw walker.error(at, "expected a value");
        };
    at = walker.literal(at, Double.toString(value));
    return value;
  }
}
