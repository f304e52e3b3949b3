package dev.godwit.manifest.internal.python;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Python's `bytes`: immutable.
public final class Bytes {
  private final byte[] octets;

  public Bytes(byte[] octets) {
    this.octets = octets.clone();
  }

  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] octets() {
    return octets.clone();
  }

  public int length() {
    return octets.length;
  }

  /// The octet at `index`, 0 to 255.
  public int at(int index) {
    return octets[index] & 0xff;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return Repr.repr(this);
  }
}
