package dev.godwit.manifest.internal.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A component's nested value whose keys and texts may be templates at any depth. Entries of
/// objects that come out null are left out, elements of lists are kept. Thread-safe.
public final class InterpolatedNestedMapping {
  private sealed interface Node {
    record Text(Template template) implements Node {}

    record Constant(@Nullable Object value) implements Node {}

    record Items(List<Node> items) implements Node {}

    record Entries(List<Entry> entries) implements Node {}

    record Entry(Node key, Node value) {}
  }

  private final Node root;
  private final Map<String, ? extends @Nullable Object> parameters;

  private InterpolatedNestedMapping(Node root, Map<String, ? extends @Nullable Object> parameters) {
    this.root = root;
    this.parameters = parameters;
  }

  /// A nested value with its templates.
  ///
  /// @param value a map, list, text or anything else; only texts are interpolated
  /// @throws dev.godwit.core.error.GodwitException CONFIG `template.syntax`
  public static InterpolatedNestedMapping of(
      @Nullable Object value, Map<String, ? extends @Nullable Object> parameters) {
    return new InterpolatedNestedMapping(compile(value), parameters);
  }

  private static Node compile(@Nullable Object value) {
    return switch (value) {
      case String text -> new Node.Text(Template.compile(text));
      case Map<?, ?> map -> {
        List<Node.Entry> entries = new ArrayList<>(map.size());
        map.forEach((key, item) -> entries.add(new Node.Entry(compile(key), compile(item))));
        yield new Node.Entries(entries);
      }
      case List<?> list -> {
        List<Node> items = new ArrayList<>(list.size());
        list.forEach(item -> items.add(compile(item)));
        yield new Node.Items(items);
      }
      case null, default -> new Node.Constant(value);
    };
  }

  /// The value in `scope`: a map of the keys as they evaluate (a key `"5"` becomes the number), a
  /// list, or a single value.
  ///
  /// @throws dev.godwit.core.error.GodwitException as [Template#eval(Scope)]
  public @Nullable Object eval(Scope scope) {
    return eval(root, scope.with("parameters", parameters));
  }

  private static @Nullable Object eval(Node node, Scope scope) {
    return switch (node) {
      case Node.Text text -> text.template.eval(scope);
      case Node.Constant constant -> constant.value();
      case Node.Items list -> {
        List<@Nullable Object> items = new ArrayList<>(list.items.size());
        list.items.forEach(item -> items.add(eval(item, scope)));
        yield items;
      }
      case Node.Entries map -> {
        Map<@Nullable Object, @Nullable Object> entries =
            LinkedHashMap.newLinkedHashMap(map.entries.size());
        for (Node.Entry entry : map.entries) {
          Object key = eval(entry.key, scope);
          Object value = eval(entry.value, scope);
          if (value != null) {
            entries.put(key, value);
          } else {
            entries.remove(key);
          }
        }
        yield entries;
      }
    };
  }
}
