package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.Bound;
import dev.godwit.manifest.internal.python.Bytes;
import dev.godwit.manifest.internal.python.Codecs;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.Markup;
import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonException.Kind;
import dev.godwit.manifest.internal.python.PythonJson;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.python.Types;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The filters that write values for other machines: JSON, base 64, URLs, digests.
final class CodecFilters {
  private static final Pattern ATTRIBUTE_BREAK = Pattern.compile("[\\s/>=]");

  private CodecFilters() {}

  static void register(Filters.Registry filters) {
    filters.add("string(value)", (_, a) -> string(a.at(0)));
    filters.add("tojson(value, indent=)", (_, a) -> toJson(a));
    filters.add("urlencode(value)", (_, a) -> urlEncode(a.at(0)));
    filters.add("xmlattr(d, autospace=)", (_, a) -> xmlAttributes(a));
    filters.add("hash(value, hash_type=, salt=)", (_, a) -> hash(a));
    filters.add("hmac(value, key, hash_type=)", (_, a) -> hmac(a));
    filters.add("base64encode(value)", (_, a) -> encode(Codecs.utf8(text(a.at(0)))));
    filters.add("base64decode(value)", (_, a) -> decode(text(a.at(0))));
    filters.add("base64binascii_decode(value)", (_, a) -> encode(ascii(text(a.at(0)))));
  }

  private static String string(@Nullable Object value) {
    return value instanceof String text
        ? text
        : "\"\"\"" + PythonJson.DEFAULT.dumps(value) + "\"\"\"";
  }

  private static Markup toJson(Bound arguments) {
    Object indent = arguments.at(1);
    PythonJson json = PythonJson.DEFAULT.sorted();
    if (indent != null) {
      json = json.indented(indent instanceof String text ? text : spaces(indent));
    }
    String text =
        json.dumps(arguments.at(0))
            .replace("<", "\\u003c")
            .replace(">", "\\u003e")
            .replace("&", "\\u0026")
            .replace("'", "\\u0027");
    return new Markup(text);
  }

  private static String spaces(Object count) {
    return " ".repeat(Math.clamp(Numbers.index(count), 0, 100));
  }

  private static String urlEncode(@Nullable Object value) {
    if (value instanceof String || !Iteration.isIterable(value)) {
      return quoted(value, false);
    }
    StringBuilder out = new StringBuilder();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> pair(key, item, out));
      return out.toString();
    }
    Iterator<? extends @Nullable Object> items = Iteration.over(value);
    while (items.hasNext()) {
      Object item = items.next();
      if (!Iteration.isIterable(item)) {
        throw PythonException.type("cannot unpack non-iterable object");
      }
      List<@Nullable Object> parts = Iteration.list(item);
      if (parts.size() != 2) {
        throw PythonException.value("expected 2 values to unpack");
      }
      pair(parts.get(0), parts.get(1), out);
    }
    return out.toString();
  }

  private static void pair(@Nullable Object key, @Nullable Object value, StringBuilder out) {
    out.append(out.isEmpty() ? "" : "&");
    out.append(quoted(key, true)).append('=').append(quoted(value, true));
  }

  private static String quoted(@Nullable Object value, boolean inQuery) {
    byte[] octets = value instanceof Bytes bytes ? bytes.octets() : Codecs.utf8(Repr.str(value));
    String quoted = Codecs.quote(octets, inQuery ? "" : "/");
    return inQuery ? quoted.replace("%20", "+") : quoted;
  }

  private static String xmlAttributes(Bound arguments) {
    Map<?, ? extends @Nullable Object> map =
        switch (arguments.at(0)) {
          case Map<?, ?> dict -> dict;
          case Attributes attributes -> attributes.entries();
          case Undefined undefined -> throw undefined.failure();
          case null, default ->
              throw new PythonException(Kind.ATTRIBUTE, "object has no attribute 'items'");
        };
    StringBuilder out = new StringBuilder();
    map.forEach((key, value) -> {
      if (value != null && !(value instanceof Undefined)) {
        if (!(key instanceof String name)) {
          throw PythonException.type("expected string or bytes-like object");
        }
        if (ATTRIBUTE_BREAK.matcher(name).find()) {
          throw PythonException.value("Invalid character in attribute name");
        }
        out.append(out.isEmpty() ? "" : " ").append(Markup.escape(name));
        out.append("=\"").append(Markup.escape(Repr.str(value))).append('"');
      }
    });
    boolean spaced = arguments.truth(1, true) && !out.isEmpty();
    return spaced ? " " + out : out.toString();
  }

  private static String hash(Bound arguments) {
    Object type = arguments.or(1, "md5");
    if (!(type instanceof String name)) {
      throw PythonException.type("attribute name must be string, not '" + Types.name(type) + "'");
    }
    Object salt = arguments.at(2);
    String salted = Truth.of(salt) ? Repr.str(salt) : "";
    return Digests.hash(name, Codecs.utf8(Repr.str(arguments.at(0)) + salted));
  }

  private static String hmac(Bound arguments) {
    Object type = arguments.or(2, "sha256");
    if (!"sha256".equals(type)) {
      throw PythonException.value("Hash type is not allowed. Allowed types: sha256");
    }
    byte[] key = Codecs.utf8(Repr.str(arguments.at(1)));
    return Digests.hmacSha256(key, Codecs.utf8(Repr.str(arguments.at(0))));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw value instanceof Undefined undefined
        ? undefined.failure()
        : new PythonException(
            Kind.ATTRIBUTE, "'" + Types.name(value) + "' object has no attribute 'encode'");
  }

  private static byte[] ascii(String text) {
    if (text.chars().anyMatch(c -> c > 127)) {
      throw PythonException.value("'ascii' codec can't encode the text");
    }
    return Codecs.utf8(text);
  }

  private static String encode(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  private static String decode(String text) {
    StringBuilder digits = new StringBuilder();
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' && digits.length() % 4 >= 2 && digits.length() % 4 + ++padding >= 4) {
        break;
      }
      if (c == '+' || c == '/' || (c < 128 && Character.isLetterOrDigit(c))) {
        digits.append(c);
        padding = 0;
      }
    }
    int open = digits.length() % 4;
    if (open == 1 || (open > 1 && open + padding < 4)) {
      throw PythonException.value("Incorrect padding");
    }
    return Codecs.utf8(Base64.getDecoder().decode(digits.toString()));
  }
}
