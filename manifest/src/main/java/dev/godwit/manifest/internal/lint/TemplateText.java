package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.document.Mark;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.spec.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A text that is a template.
///
/// @param field where it stands, perhaps deeper inside
record TemplateText(String source, Mark mark, BoundField field) {
  /// What tells texts apart; definitions are used many times.
  private record Place(Mark mark, String source, String type, String field) {}

  /// All templates of some fields, each once.
  static List<TemplateText> in(List<BoundField> fields) {
    List<TemplateText> texts = new ArrayList<>();
    for (BoundField field : fields) {
      if (!isComponent(field) && TemplateScopes.of(field) != null) {
        collect(field.node(), field, texts);
      }
    }
    Set<Place> seen = new HashSet<>();
    texts.removeIf(text -> !seen.add(text.place()));
    return texts;
  }

  private Place place() {
    return new Place(mark, source, field.type(), field.name());
  }

  /// Components have fields of their own, which are looked at one by one.
  private static boolean isComponent(BoundField field) {
    return Component.class.isAssignableFrom(field.part().getType());
  }

  private static void collect(Node node, BoundField field, List<TemplateText> texts) {
    switch (node) {
      case ScalarNode scalar -> {
        if (scalar.value() instanceof String text) {
          texts.add(new TemplateText(text, scalar.mark(), field));
        }
      }
      case ListNode list -> list.elements().forEach(element -> collect(element, field, texts));
      case ObjectNode object -> {
        if (!"QueryProperties".equals(typeOf(object))) {
          object
              .fields()
              .forEach((name, value) -> {
                texts.add(new TemplateText(name, value.mark(), field));
                collect(value, field, texts);
              });
        }
      }
    }
  }

  private static Object typeOf(ObjectNode object) {
    Node type = object.field("type");
    return type instanceof ScalarNode scalar && scalar.value() != null ? scalar.value() : "";
  }
}
