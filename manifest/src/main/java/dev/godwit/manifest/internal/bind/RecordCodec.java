package dev.godwit.manifest.internal.bind;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Nearest;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.FromList;
import dev.godwit.manifest.internal.spec.FromText;
import dev.godwit.manifest.internal.spec.OpenFields;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.Untyped;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One component. Its fields are looked up on first use, because components contain each other.
final class RecordCodec implements Codec {
  private final Class<?> type;
  private final String name;
  private final boolean typed;
  private final boolean open;
  private final @Nullable String textField;
  private final @Nullable String listField;
  private final Constructor<?> constructor;
  private final Codecs codecs;
  private volatile @Nullable Map<String, RecordField> fields;

  RecordCodec(Class<?> type, Codecs codecs) {
    this.type = type;
    this.codecs = codecs;
    name = SpecTypes.name(type);
    FromText text = type.getAnnotation(FromText.class);
    FromList list = type.getAnnotation(FromList.class);
    textField = text == null ? null : text.value();
    listField = list == null ? null : list.value();
    typed = !type.isAnnotationPresent(Untyped.class) && list == null;
    open = type.isAnnotationPresent(OpenFields.class);
    constructor = type.getDeclaredConstructors()[0];
  }

  @Override
  public String expected() {
    return textField == null ? "an object" : "a text or an object";
  }

  @Override
  public Object decode(Node node, String path, Binding binding) {
    ObjectNode component = component(node, path);
    Map<String, RecordField> known = fields();
    @Nullable Object[] values = new Object[known.size() + 1];
    values[0] = new Origin(component, path, binding.parameters(component));
    boolean whole = true;
    int i = 1;
    for (RecordField field : known.values()) {
      String place = node instanceof ObjectNode ? inside(path, field.name()) : path;
      values[i] = field.decode(component, name, path, place, binding);
      whole &= values[i++] != Hole.HOLE;
    }
    if (!open) {
      collectUnknown(component, path, known, binding);
    }
    if (!whole) {
      return Hole.HOLE;
    }
    Object created = create(values);
    if (binding.isHeard() && created instanceof Component made) {
      binding.listener().component(made);
    }
    return created;
  }

  /// Whether an object without type can be this component: it has all that the component needs and
  /// nothing that the component does not have.
  boolean fits(ObjectNode object) {
    Map<String, RecordField> known = fields();
    return !open
        && object.fields().keySet().stream()
            .allMatch(field -> known.containsKey(field) || field.startsWith("$"))
        && known.values().stream()
            .allMatch(field -> !field.required() || object.field(field.name()) != null);
  }

  private ObjectNode component(Node node, String path) {
    return switch (node) {
      case ObjectNode object -> {
        checkType(object, path);
        yield object;
      }
      case ScalarNode scalar when textField != null ->
          new ObjectNode(scalar.mark(), Map.of(textField, scalar));
      case ListNode list when listField != null ->
          new ObjectNode(list.mark(), Map.of(listField, list));
      case ScalarNode _, ListNode _ -> throw Misfits.wrongType(node, path, expected());
    };
  }

  private void checkType(ObjectNode object, String path) {
    if (typed
        && object.field("type") instanceof ScalarNode written
        && written.value() instanceof String other
        && !other.equals(name)) {
      throw Misfits.unknownType(written, path, other, List.of(name));
    }
  }

  private void collectUnknown(
      ObjectNode component, String path, Map<String, RecordField> known, Binding binding) {
    component
        .fields()
        .forEach((field, value) -> {
          if (!known.containsKey(field) && !isExpected(component, field)) {
            String place = path.isEmpty() ? field : path + "." + field;
            String meant = Nearest.of(field, known.keySet());
            binding.unknown(
                new UnknownField(
                    value.mark().place(place), name, field, meant, component, known.keySet()));
          }
        });
  }

  private static String inside(String path, String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /// Every parameter of a component is also one of its fields.
  private static boolean isExpected(ObjectNode component, String field) {
    return field.equals("type")
        || field.startsWith("$")
        || (component.field("$parameters") instanceof ObjectNode parameters
            && parameters.field(field) != null);
  }

  private Map<String, RecordField> fields() {
    Map<String, RecordField> known = fields;
    if (known == null) {
      known = new LinkedHashMap<>();
      RecordComponent[] parts = type.getRecordComponents();
      for (RecordComponent part : Arrays.asList(parts).subList(1, parts.length)) {
        RecordField field = RecordField.of(part, codecs.of(part));
        known.put(field.name(), field);
      }
      fields = known;
    }
    return known;
  }

  private Object create(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException refusal) {
      if (refusal.getCause() instanceof GodwitException invalid) {
        throw invalid;
      }
      throw new IllegalArgumentException("cannot create " + type, refusal.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalArgumentException("cannot create " + type, impossible);
    }
  }
}
