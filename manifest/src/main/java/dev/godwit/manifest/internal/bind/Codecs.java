package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.spec.OneOf;
import dev.godwit.manifest.internal.spec.OrSingle;
import dev.godwit.manifest.internal.spec.PrimaryKey;
import dev.godwit.manifest.internal.spec.TextOrList;
import dev.godwit.manifest.internal.spec.TextOrMap;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the codec of a type. There is one per class, made on first use.
final class Codecs {
  private static final Map<Class<?>, Codec> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, ScalarCodec.TEXT),
          Map.entry(int.class, ScalarCodec.INT),
          Map.entry(Integer.class, ScalarCodec.INT),
          Map.entry(Long.class, ScalarCodec.LONG),
          Map.entry(double.class, ScalarCodec.DOUBLE),
          Map.entry(Double.class, ScalarCodec.DOUBLE),
          Map.entry(boolean.class, ScalarCodec.BOOLEAN),
          Map.entry(Boolean.class, ScalarCodec.BOOLEAN),
          Map.entry(Object.class, PlainCodec.INSTANCE),
          Map.entry(ObjectNode.class, NodeCodec.INSTANCE),
          Map.entry(PrimaryKey.class, PrimaryKeyCodec.INSTANCE),
          Map.entry(TextOrList.class, TextOrListCodec.INSTANCE),
          Map.entry(List.class, new ListCodec(ScalarCodec.TEXT, false)));

  private final Map<Class<?>, Codec> components = new ConcurrentHashMap<>();

  /// The codec of a record's part.
  Codec of(RecordComponent part) {
    OneOf alternatives = part.getAnnotation(OneOf.class);
    if (alternatives != null) {
      return new OneOfCodec(Arrays.stream(alternatives.value()).map(this::ofClass).toList());
    }
    Codec codec = ofType(part.getGenericType());
    return codec instanceof ListCodec list && part.isAnnotationPresent(OrSingle.class)
        ? new ListCodec(list.element(), true)
        : codec;
  }

  private Codec ofType(Type type) {
    if (!(type instanceof ParameterizedType parameterized)) {
      return ofClass((Class<?>) type);
    }
    Type[] arguments = parameterized.getActualTypeArguments();
    Codec last = ofType(arguments[arguments.length - 1]);
    Type raw = parameterized.getRawType();
    if (raw == List.class) {
      return new ListCodec(last, false);
    }
    if (raw == Map.class) {
      return new MapCodec(last);
    }
    if (raw == TextOrMap.class) {
      return new TextOrMapCodec(new MapCodec(last));
    }
    throw new IllegalArgumentException("no codec for " + type);
  }

  /// The codec of a scalar, record, enum or sealed family.
  Codec ofClass(Class<?> type) {
    Codec simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    Codec known = components.get(type);
    if (known == null) {
      known = create(type);
      components.put(type, known);
    }
    return known;
  }

  private Codec create(Class<?> type) {
    if (type.isEnum()) {
      return new EnumCodec(type);
    }
    if (type.isRecord()) {
      return new RecordCodec(type, this);
    }
    if (type.isSealed()) {
      return new FamilyCodec(type, this);
    }
    throw new IllegalArgumentException("no codec for " + type);
  }
}
