package dev.godwit.mapping.internal.mask;

import java.util.Arrays;

/// HMAC-SHA-256 (RFC 2104). The two blocks that the key makes are taken in once, so a short value
/// costs two blocks and not four. For one thread; allocates nothing per hash.
final class HmacSha256 implements Digest {
  private final Sha256 sha = new Sha256();
  private final int[] inner;
  private final int[] outer;
  private final int[] state = new int[8];
  private final byte[] tail = new byte[2 * Sha256.BLOCK];

  HmacSha256(byte[] key) {
    byte[] block = Arrays.copyOf(key.length > Sha256.BLOCK ? digest(key) : key, Sha256.BLOCK);
    inner = keyed(block, 0x36);
    outer = keyed(block, 0x5c);
  }

  private byte[] digest(byte[] key) {
    byte[] hash = new byte[Sha256.LENGTH];
    finish(Sha256.start(), 0, key, 0, key.length, hash);
    return hash;
  }

  private int[] keyed(byte[] block, int pad) {
    byte[] padded = new byte[Sha256.BLOCK];
    for (int i = 0; i < padded.length; i++) {
      padded[i] = (byte) (block[i] ^ pad);
    }
    int[] keyed = Sha256.start();
    sha.compress(keyed, padded, 0);
    return keyed;
  }

  @Override
  public int length() {
    return Sha256.LENGTH;
  }

  @Override
  public void hash(byte[] bytes, int start, int length, byte[] target) {
    finish(inner, Sha256.BLOCK, bytes, start, length, target);
    finish(outer, Sha256.BLOCK, target, 0, Sha256.LENGTH, target);
  }

  /// Goes on from a state with some bytes to the end.
  ///
  /// @param before how many bytes are in the state
  private void finish(int[] from, int before, byte[] bytes, int start, int length, byte[] target) {
    System.arraycopy(from, 0, state, 0, state.length);
    int at = start;
    int end = start + length;
    for (; end - at >= Sha256.BLOCK; at += Sha256.BLOCK) {
      sha.compress(state, bytes, at);
    }
    pad(bytes, at, end, before + (long) length);
    for (int i = 0; i < state.length; i++) {
      putInt(target, 4 * i, state[i]);
    }
  }

  /// Takes the bytes that fill no block, the mark of the end and the number of bits.
  private void pad(byte[] bytes, int at, int end, long total) {
    int rest = end - at;
    int padded = rest + 9 <= Sha256.BLOCK ? Sha256.BLOCK : 2 * Sha256.BLOCK;
    System.arraycopy(bytes, at, tail, 0, rest);
    Arrays.fill(tail, rest, padded, (byte) 0);
    tail[rest] = (byte) 0x80;
    putInt(tail, padded - 8, (int) ((total * Byte.SIZE) >>> Integer.SIZE));
    putInt(tail, padded - 4, (int) (total * Byte.SIZE));
    for (int block = 0; block < padded; block += Sha256.BLOCK) {
      sha.compress(state, tail, block);
    }
  }

  private static void putInt(byte[] target, int at, int value) {
    target[at] = (byte) (value >>> 24);
    target[at + 1] = (byte) (value >>> 16);
    target[at + 2] = (byte) (value >>> 8);
    target[at + 3] = (byte) value;
  }
}
