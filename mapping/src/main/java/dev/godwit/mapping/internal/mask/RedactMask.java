package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.rule.FieldPath;
import org.jspecify.annotations.Nullable;

/// The same value for all.
public final class RedactMask implements Mask {
  private final byte[] value;

  public RedactMask(@Nullable Object value) {
    this.value = JsonWriter.bytes(value);
  }

  @Override
  public void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target) {
    target.add(value, 0, value.length);
  }
}
