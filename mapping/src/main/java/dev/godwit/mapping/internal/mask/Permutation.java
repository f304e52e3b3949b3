package dev.godwit.mapping.internal.mask;

import dev.godwit.mapping.rule.HashAlgorithm;
import dev.godwit.mapping.rule.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// A keyed permutation of digit sequences in which each place has a base of its own: a Feistel
/// network over their halves, with HMAC-SHA-256 as its round function, as in NIST's FF1. No two
/// sequences of the same bases become the same. For one thread.
final class Permutation {
  private static final int ROUNDS = 10;

  /// Bytes of the round function for a place: so many that each digit is as likely as any other.
  private static final int BYTES_A_PLACE = 4;

  private final Digest digest;
  private final byte[] tweak;
  private final byte[] output;

  /// @param purpose permutations of different purposes differ
  Permutation(Secret key, String purpose) {
    try {
      digest = Digest.of(HashAlgorithm.HMAC_SHA_256, key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks HMAC-SHA-256", e);
    }
    tweak = ("godwit token " + purpose).getBytes(StandardCharsets.UTF_8);
    output = new byte[digest.length()];
  }

  /// Permutes a sequence in place.
  ///
  /// @param digits each from 0 to below its base
  void apply(int[] digits, int[] bases) {
    int middle = digits.length / 2;
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 2 == 0) {
        shift(digits, bases, middle, digits.length, round, 0, middle);
      } else {
        shift(digits, bases, 0, middle, round, middle, digits.length);
      }
    }
  }

  /// Adds to the digits from `start` to `end` what the others say.
  private void shift(
      int[] digits, int[] bases, int start, int end, int round, int othersStart, int othersEnd) {
    ByteBuffer input = ByteBuffer.allocate(tweak.length + 8 + 4 * (othersEnd - othersStart));
    input.put(tweak).putInt(digits.length).putInt(round);
    for (int i = othersStart; i < othersEnd; i++) {
      input.putInt(digits[i]);
    }
    hash(input.array());
    ByteBuffer seed = ByteBuffer.allocate(output.length + 4).put(output);
    ByteBuffer noise = ByteBuffer.wrap(output);
    int perBlock = output.length / BYTES_A_PLACE;
    for (int i = start; i < end; i++) {
      int place = i - start;
      if (place > 0 && place % perBlock == 0) {
        hash(seed.putInt(output.length, place / perBlock).array());
      }
      long more = Integer.toUnsignedLong(noise.getInt(place % perBlock * BYTES_A_PLACE));
      digits[i] = (int) ((digits[i] + more) % bases[i]);
    }
  }

  private void hash(byte[] input) {
    try {
      digest.hash(input, 0, input.length, output);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a digest of known length", e);
    }
  }
}
