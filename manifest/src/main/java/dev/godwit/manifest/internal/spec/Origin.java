package dev.godwit.manifest.internal.spec;

import dev.godwit.core.error.Place;
import dev.godwit.manifest.internal.document.Mark;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a component stands in its manifest, and what it was given there.
///
/// @param node the component as written, references resolved, with fields that no record has
/// @param path path from the root, for example `streams[0].retriever.paginator`; empty at the root
/// @param parameters the `$parameters` that templates of the component see, merged from the outside
///   in; unmodifiable
public record Origin(ObjectNode node, String path, Map<String, @Nullable Object> parameters) {
  /// The origin of components that no manifest wrote.
  public static final Origin NONE =
      new Origin(new ObjectNode(new Mark("", 0, 0), Map.of()), "", Map.of());

  /// Where the component begins.
  public Place place() {
    return node.mark().place(path);
  }

  /// Where the value of a field begins, or where the component begins if the field is absent.
  ///
  /// @param field the field's name in the manifest, for example `api_token`
  public Place place(String field) {
    Node value = node.field(field);
    Mark mark = value == null ? node.mark() : value.mark();
    return mark.place(path.isEmpty() ? field : path + "." + field);
  }

  /// A value that the component saw as parameter; null when absent.
  public @Nullable Object parameter(String name) {
    return parameters.get(name);
  }

  @Override
  public String toString() {
    return place().toString();
  }
}
