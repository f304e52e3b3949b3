package dev.godwit.manifest.internal.language;

import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.language.Form.Either;
import dev.godwit.manifest.internal.language.Form.ListOf;
import dev.godwit.manifest.internal.language.Form.MapOf;
import dev.godwit.manifest.internal.language.Form.Member;
import dev.godwit.manifest.internal.language.Form.Part;
import dev.godwit.manifest.internal.language.Form.Plain;
import dev.godwit.manifest.internal.language.Form.Words;
import dev.godwit.manifest.internal.spec.OneOf;
import dev.godwit.manifest.internal.spec.OrSingle;
import dev.godwit.manifest.internal.spec.PrimaryKey;
import dev.godwit.manifest.internal.spec.TextOrList;
import dev.godwit.manifest.internal.spec.TextOrMap;
import dev.godwit.manifest.internal.spec.WireValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Forms of Java types: the same reading of the records as the binder's, for those who describe
/// values instead of making them.
final class FormReader {
  private static final Form TEXTS = new ListOf(Plain.TEXT);

  private static final Map<Class<?>, Form> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, Plain.TEXT),
          Map.entry(int.class, Plain.WHOLE_NUMBER),
          Map.entry(Integer.class, Plain.WHOLE_NUMBER),
          Map.entry(Long.class, Plain.WHOLE_NUMBER),
          Map.entry(double.class, Plain.NUMBER),
          Map.entry(Double.class, Plain.NUMBER),
          Map.entry(boolean.class, Plain.BOOLEAN),
          Map.entry(Boolean.class, Plain.BOOLEAN),
          Map.entry(Object.class, Plain.ANYTHING),
          Map.entry(ObjectNode.class, Plain.OBJECT),
          Map.entry(List.class, TEXTS),
          Map.entry(TextOrList.class, new Either(List.of(Plain.TEXT, TEXTS))),
          Map.entry(PrimaryKey.class, new Either(List.of(Plain.TEXT, TEXTS, new ListOf(TEXTS)))));

  private FormReader() {}

  static Form of(RecordComponent part) {
    OneOf alternatives = part.getAnnotation(OneOf.class);
    if (alternatives != null) {
      return new Either(Arrays.stream(alternatives.value()).map(FormReader::ofClass).toList());
    }
    Form form = ofType(part.getGenericType());
    return form instanceof ListOf(Form element) && part.isAnnotationPresent(OrSingle.class)
        ? new Either(List.of(element, form))
        : form;
  }

  private static Form ofType(Type type) {
    if (!(type instanceof ParameterizedType parameterized)) {
      return ofClass((Class<?>) type);
    }
    Type[] arguments = parameterized.getActualTypeArguments();
    Form last = ofType(arguments[arguments.length - 1]);
    Type raw = parameterized.getRawType();
    if (raw == List.class) {
      return new ListOf(last);
    }
    Form map = last == Plain.ANYTHING ? Plain.OBJECT : new MapOf(last);
    return raw == TextOrMap.class ? new Either(List.of(Plain.TEXT, map)) : map;
  }

  private static Form ofClass(Class<?> type) {
    Form simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    if (type.isEnum()) {
      return words(type);
    }
    return type.isRecord() ? new Part(type) : new Member(type);
  }

  static Words words(Class<?> constants) {
    return new Words(
        Arrays.stream(constants.getEnumConstants())
            .map(constant -> ((WireValue) constant).wire())
            .toList());
  }
}
