package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import org.jspecify.annotations.Nullable;

/// Texts, numbers and booleans.
enum ScalarCodec implements Codec {
  TEXT("a text") {
    @Override
    @Nullable Object coerce(@Nullable Object value) {
      return Coercion.text(value);
    }
  },
  INT("a whole number") {
    @Override
    @Nullable Object coerce(@Nullable Object value) {
      Long whole = Coercion.whole(value);
      return whole == null || whole != whole.intValue() ? null : whole.intValue();
    }
  },
  LONG("a whole number") {
    @Override
    @Nullable Object coerce(@Nullable Object value) {
      return Coercion.whole(value);
    }
  },
  DOUBLE("a number") {
    @Override
    @Nullable Object coerce(@Nullable Object value) {
      return Coercion.real(value);
    }
  },
  BOOLEAN("true or false") {
    @Override
    @Nullable Object coerce(@Nullable Object value) {
      return Coercion.bool(value);
    }
  };

  private final String expected;

  ScalarCodec(String expected) {
    this.expected = expected;
  }

  /// The value in this codec's type, or null where there is none.
  abstract @Nullable Object coerce(@Nullable Object value);

  @Override
  public String expected() {
    return expected;
  }

  @Override
  public Object decode(Node node, String path, Binding binding) {
    Object value = node instanceof ScalarNode scalar ? coerce(scalar.value()) : null;
    if (value == null) {
      throw Misfits.wrongType(node, path, expected);
    }
    return value;
  }
}
