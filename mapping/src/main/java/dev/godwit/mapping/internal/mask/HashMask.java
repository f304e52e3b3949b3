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
  }

  @Override
  public void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    text.read(page, start, end, field);
    try {
      digest.hash(text.bytes(), text.start(), text.length(), hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a digest of known length", e);
    }
    for (int i = 0; i < hash.length; i++) {
      quoted[2 * i + 1] = HEX[(hash[i] >> 4) & 0xF];
      quoted[2 * i + 2] = HEX[hash[i] & 0xF];
    }
    target.add(quoted, 0, quoted.length);
  }
}
