package dev.godwit.manifest.internal.document;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the fields of a mapping. Of fields with the same name the last one counts; fields that
/// a merge key brings in come first and give way to those written out.
final class MappingFields {
  private final Problems problems;
  private final Map<String, Node> own = new LinkedHashMap<>();
  private @Nullable Map<String, Node> merged;

  MappingFields(Problems problems) {
    this.problems = problems;
  }

  void put(String name, Node value) {
    own.put(name, value);
  }

  /// Adds the fields of an object, or of a list of objects of which the first counts most.
  void merge(Node source) {
    if (source instanceof ListNode list) {
      for (Node element : list.elements().reversed()) {
        mergeObject(element);
      }
    } else {
      mergeObject(source);
    }
  }

  private void mergeObject(Node source) {
    if (!(source instanceof ObjectNode object)) {
      problems.add(
          GodwitException.config(
                  "manifest.yaml", "a merge key << takes an object or a list of objects")
              .at(source.mark().place("")));
      return;
    }
    if (merged == null) {
      merged = new LinkedHashMap<>();
    }
    merged.putAll(object.fields());
  }

  /// All fields; the collector must not be used afterwards.
  Map<String, Node> all() {
    if (merged == null) {
      return Collections.unmodifiableMap(own);
    }
    merged.putAll(own);
    return Collections.unmodifiableMap(merged);
  }
}
