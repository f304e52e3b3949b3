package dev.godwit.manifest.internal.document;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Replaces references by what they point at. Every string that begins with `#/` is one, wherever
/// it stands; an object with a `$ref` beside other fields is the referenced object with those
/// fields put over it, level by level no deeper.
///
/// References are looked up in the document as it was written, so none leads through another. Each
/// is resolved once, and its uses share the result.
public final class References {
  private static final String REF = "$ref";

  /// Holds configuration values, which may look like references.
  private static final String VERBATIM = "config_overrides";

  private final Node root;
  private final Problems problems;
  private final Map<String, Node> resolved = new HashMap<>();
  private final SequencedSet<String> pending = new LinkedHashSet<>();
  private int depth;

  private References(Node root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /// The document without references.
  ///
  /// @throws GodwitException CONFIG, with the reference's line, when it points at nothing or leads
  ///   back to itself
  public static Node resolve(Node root) {
    return resolve(root, Problems.REFUSE);
  }

  /// The document without references, those that have a problem apart: they stay texts.
  ///
  /// @throws GodwitException CONFIG when the document written out is too large or too deep
  public static Node resolve(Node root, Problems problems) {
    Node whole = new References(root, problems).evaluate(root);
    Limits.checkSize(whole);
    return whole;
  }

  private Node evaluate(Node node) {
    Limits.checkDepth(++depth, node.mark());
    Node result =
        switch (node) {
          case ObjectNode object -> evaluate(object);
          case ListNode list -> evaluate(list);
          case ScalarNode scalar ->
              scalar.value() instanceof String text && text.startsWith("#/")
                  ? reference(text, scalar.mark())
                  : scalar;
        };
    depth--;
    return result;
  }

  private Node evaluate(ListNode list) {
    List<Node> elements = null;
    for (int i = 0; i < list.elements().size(); i++) {
      Node element = list.elements().get(i);
      Node value = evaluate(element);
      if (elements == null && !isSame(value, element)) {
        elements = new ArrayList<>(list.elements());
      }
      if (elements != null) {
        elements.set(i, value);
      }
    }
    return elements == null
        ? list
        : new ListNode(list.mark(), Collections.unmodifiableList(elements));
  }

  private Node evaluate(ObjectNode object) {
    Node reference = object.field(REF);
    Map<String, Node> fields = fields(object);
    if (reference == null) {
      return fields == null ? object : object(object.mark(), fields);
    }
    Node target = evaluate(reference);
    Map<String, Node> siblings = fields == null ? object.fields() : fields;
    if (!(target instanceof ObjectNode base) || siblings.size() == 1) {
      return target;
    }
    Map<String, Node> merged = new LinkedHashMap<>(base.fields());
    siblings.forEach((name, value) -> {
      if (!name.equals(REF)) {
        merged.put(name, value);
      }
    });
    return object(object.mark(), merged);
  }

  /// The fields with their references resolved, `$ref` itself untouched; null when none had any.
  private @Nullable Map<String, Node> fields(ObjectNode object) {
    Map<String, Node> fields = null;
    for (Map.Entry<String, Node> field : object.fields().entrySet()) {
      String name = field.getKey();
      if (name.equals(REF) || name.equals(VERBATIM)) {
        continue;
      }
      Node value = evaluate(field.getValue());
      if (!isSame(value, field.getValue())) {
        fields = fields == null ? new LinkedHashMap<>(object.fields()) : fields;
        fields.put(name, value);
      }
    }
    return fields;
  }

  @SuppressWarnings("ReferenceEquality") // equality would compare whole trees
  private static boolean isSame(Node one, Node other) {
    return one == other;
  }

  private static ObjectNode object(Mark mark, Map<String, Node> fields) {
    return new ObjectNode(mark, Collections.unmodifiableMap(fields));
  }

  private Node reference(String reference, Mark mark) {
    Node known = resolved.get(reference);
    if (known != null) {
      return known;
    }
    if (!pending.add(reference)) {
      problems.add(
          GodwitException.config(
                  "manifest.circular-reference",
                  "the reference leads back to itself: " + way(reference))
              .at(mark.place("")));
      return new ScalarNode(mark, reference);
    }
    Node target = target(reference, root);
    if (target == null) {
      problems.add(undefined(reference, mark));
      pending.remove(reference);
      return new ScalarNode(mark, reference);
    }
    Node value = evaluate(target);
    pending.remove(reference);
    resolved.put(reference, value);
    return value;
  }

  /// What a reference points at in a document as it was written; null for nothing.
  public static @Nullable Node target(String reference, Node root) {
    return Pointer.follow(path(reference), root);
  }

  /// What follows `#/`, up to the end of the line.
  private static String path(String reference) {
    int end = reference.indexOf('\n');
    return end < 0 ? reference.substring(2) : reference.substring(2, end);
  }

  private String way(String reference) {
    List<String> steps = new ArrayList<>(pending);
    steps = new ArrayList<>(steps.subList(steps.indexOf(reference), steps.size()));
    steps.add(reference);
    return String.join(" -> ", steps);
  }

  private GodwitException undefined(String reference, Mark mark) {
    GodwitException error =
        GodwitException.config(
                "manifest.undefined-reference", "the reference " + reference + " points at nothing")
            .at(mark.place(""));
    int slash = reference.lastIndexOf('/');
    Node parent = slash < 2 ? root : Pointer.follow(reference.substring(2, slash), root);
    if (!(parent instanceof ObjectNode object)) {
      return error;
    }
    String near = Nearest.of(reference.substring(slash + 1), object.fields().keySet());
    return near == null
        ? error
        : error.hint(Nearest.question(reference.substring(0, slash + 1) + near));
  }
}
