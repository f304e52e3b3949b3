package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.spec.FromList;
import dev.godwit.manifest.internal.spec.FromText;
import dev.godwit.manifest.internal.spec.OneOf;
import dev.godwit.manifest.internal.spec.OrSingle;
import dev.godwit.manifest.internal.spec.PrimaryKey;
import dev.godwit.manifest.internal.spec.TextOrList;
import dev.godwit.manifest.internal.spec.TextOrMap;
import dev.godwit.manifest.internal.spec.Untyped;
import dev.godwit.manifest.internal.spec.WireValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a part of a record takes, as a set of words that can be compared with those of a JSON
/// schema: `string`, `[X]` for a list, `{X}` for an object with fields of any name, the names of
/// components.
final class Shape {
  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(int.class, "integer"),
          Map.entry(Integer.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(double.class, "number"),
          Map.entry(Double.class, "number"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(Object.class, "any"),
          Map.entry(ObjectNode.class, "object"),
          Map.entry(PrimaryKey.class, "PrimaryKey"),
          Map.entry(List.class, "[string]"));

  private Shape() {}

  static Set<String> of(RecordComponent part, Set<String> definitions) {
    OneOf alternatives = part.getAnnotation(OneOf.class);
    if (alternatives != null) {
      return union(Arrays.stream(alternatives.value()).map(type -> of(type, definitions)).toList());
    }
    Set<String> shape = of(part.getGenericType(), definitions);
    if (part.isAnnotationPresent(OrSingle.class)) {
      Type element = ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0];
      shape.addAll(of(element, definitions));
    }
    return shape;
  }

  private static Set<String> of(Type type, Set<String> definitions) {
    if (!(type instanceof ParameterizedType parameterized)) {
      return ofClass((Class<?>) type, definitions, true);
    }
    Type[] arguments = parameterized.getActualTypeArguments();
    String element = join(of(arguments[arguments.length - 1], definitions));
    String map = element.equals("any") ? "object" : "{" + element + "}";
    Type raw = parameterized.getRawType();
    if (raw == List.class) {
      return words("[" + element + "]");
    }
    return raw == TextOrMap.class ? words("string", map) : words(map);
  }

  private static Set<String> ofClass(Class<?> type, Set<String> definitions, boolean lists) {
    String word = WORDS.get(type);
    if (word != null) {
      return words(word);
    }
    if (type == TextOrList.class) {
      return words("string", "[string]");
    }
    if (type.isEnum()) {
      return words(constants(type));
    }
    if (type.isRecord()) {
      return component(type, definitions, lists);
    }
    return union(
        SpecTypes.members(type).stream()
            .map(member -> ofClass(member, definitions, lists))
            .toList());
  }

  private static Set<String> component(Class<?> type, Set<String> definitions, boolean lists) {
    if (type.isAnnotationPresent(FromList.class)) {
      return lists ? words("[" + join(listed(type, definitions)) + "]") : new TreeSet<>();
    }
    Set<String> shape = new TreeSet<>();
    boolean defined = definitions.contains(type.getSimpleName());
    if (type.isAnnotationPresent(FromText.class)) {
      shape.add("string");
    }
    if (defined || !type.isAnnotationPresent(FromText.class)) {
      shape.add(defined ? type.getSimpleName() : "inline");
    }
    return shape;
  }

  private static Set<String> listed(Class<?> type, Set<String> definitions) {
    ParameterizedType list = (ParameterizedType) type.getRecordComponents()[1].getGenericType();
    return ofClass((Class<?>) list.getActualTypeArguments()[0], definitions, false);
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((WireValue) constant).wire())
        .collect(Collectors.joining("|", "enum:", ""));
  }

  static Set<String> union(List<Set<String>> shapes) {
    return shapes.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> words(String... words) {
    return new TreeSet<>(List.of(words));
  }

  static String join(Set<String> shape) {
    return String.join("|", shape);
  }

  static boolean isUntyped(Class<?> type) {
    return type.isAnnotationPresent(Untyped.class);
  }
}
