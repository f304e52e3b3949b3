package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.HashAlgorithm;
import dev.godwit.mapping.rule.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// Digests in hexadecimal.
public final class HashMask implements Mask {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final HashedText text = new HashedText();
  private final Digest digest;
  private final byte[] hash;
  private final byte[] quoted;
  private final RecentHashes recent;

  public HashMask(HashAlgorithm algorithm, Secret secret) {
    try {
      digest = Digest.of(algorithm, secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks " + algorithm.javaName(), e);
    }
    hash = new byte[digest.length()];
    quoted = new byte[2 * hash.length + 2];
    quoted[0] = '"';
    quoted[quoted.length - 1] = '"';
    recent = new RecentHashes(quoted.length);
  }

  @Override
  public void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    int slot = recent.slot(page, start, end);
    if (slot >= 0 && recent.holds(slot, page, start, end)) {
      target.add(recent.digests(), recent.at(slot), recent.at(slot) + quoted.length);
      return;
    }
    hash(page, start, end, field);
    target.add(quoted, 0, quoted.length);
    if (slot >= 0) {
      recent.put(slot, page, start, end, quoted);
    }
  }

  private void hash(byte[] page, int start, int end, FieldPath field) throws RowFailure {
    text.read(page, start, end, field);
    try {
      digest.hash(text.bytes(), text.start(), text.length(), hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a digest of known length", e);
    }
    byte[] hex = HEX;
    byte[] digits = quoted;
    for (int i = 0, at = 1; i < hash.length; i++, at += 2) {
      int value = hash[i];
      digits[at] = hex[(value >> 4) & 0xF];
      digits[at + 1] = hex[value & 0xF];
    }
  }
}
