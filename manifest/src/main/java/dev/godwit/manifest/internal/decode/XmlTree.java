package dev.godwit.manifest.internal.decode;

import dev.godwit.manifest.internal.python.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes plain values of XML: attributes become fields with an `@` before their names, children
/// fields, repeated children lists. The text of an element is its value, or the field `#text` where
/// it has attributes or children too; an empty element is null. Names keep their prefixes.
final class XmlTree {
  private static final String TEXT = "#text";

  private static final class Element {
    private final StringBuilder text = new StringBuilder();
    private @Nullable Map<String, @Nullable Object> fields;

    /// Adds a field; of a name that is there already, the values become a list.
    void add(String name, @Nullable Object value) {
      Map<String, @Nullable Object> known = fields == null ? new LinkedHashMap<>() : fields;
      fields = known;
      if (!known.containsKey(name)) {
        known.put(name, value);
      } else if (known.get(name) instanceof Many many) {
        many.add(value);
      } else {
        Many many = new Many();
        many.add(known.get(name));
        many.add(value);
        known.put(name, many);
      }
    }

    @Nullable Object value() {
      String content = Text.strip(text.toString());
      if (fields == null) {
        return content.isEmpty() ? null : content;
      }
      if (!content.isEmpty()) {
        add(TEXT, content);
      }
      return fields;
    }
  }

  /// The values of a name that stands more than once.
  @SuppressWarnings("serial")
  private static final class Many extends ArrayList<@Nullable Object> {}

  private final Deque<Element> open = new ArrayDeque<>();

  XmlTree() {
    open.push(new Element());
  }

  /// The document as an object with one field.
  Map<String, @Nullable Object> root() {
    Map<String, @Nullable Object> fields = open.getFirst().fields;
    return fields == null ? Map.of() : fields;
  }

  void open() {
    open.push(new Element());
  }

  /// A field of the element that was opened last.
  void attribute(String name, String value) {
    open.getFirst().add("@" + name, value);
  }

  void text(String text) {
    open.getFirst().text.append(text);
  }

  /// Ends the element that was opened last.
  void close(String name) {
    Element element = open.pop();
    open.getFirst().add(name, element.value());
  }
}
