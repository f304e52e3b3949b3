package dev.godwit.mapping.internal.mask;

import java.util.Arrays;

/// HMAC-SHA-256 (RFC 2104). The two blocks that the key makes are taken in once, so a short value
/// costs two blocks and not four. For one thread; allocates nothing per hash.
final class HmacSha256 implements Digest {
  /// What follows a message: a set bit, then none.
  private static final byte[] END = new byte[2 * Sha256.BLOCK];

  static {
    END[0] = (byte) 0x80;
  }

  private final Sha256 sha = new Sha256();
  private final int[] inner;
  private final int[] outer;
  private final int[] state = new int[8];
  private final int[] last = new int[8];
  private final byte[] tail = new byte[2 * Sha256.BLOCK];

  HmacSha256(byte[] key) {
    byte[] block = Arrays.copyOf(key.length > Sha256.BLOCK ? digest(key) : key, Sha256.BLOCK);
    inner = keyed(block, 0x36);
    outer = keyed(block, 0x5c);
  }

  private byte[] digest(byte[] key) {
    absorb(Sha256.start(), 0, key, 0, key.length);
    byte[] hash = new byte[Sha256.LENGTH];
    put(state, hash);
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
    absorb(inner, Sha256.BLOCK, bytes, start, length);
    System.arraycopy(outer, 0, last, 0, last.length);
    sha.compressDigest(last, state, (Sha256.BLOCK + Sha256.LENGTH) * Byte.SIZE);
    put(last, target);
  }

  /// Goes on from a state with some bytes to the end of the message.
  ///
  /// @param before how many bytes are in the state
  private void absorb(int[] from, int before, byte[] bytes, int start, int length) {
    System.arraycopy(from, 0, state, 0, state.length);
    int at = start;
    int rest = length;
    for (; rest >= Sha256.BLOCK; rest -= Sha256.BLOCK) {
      sha.compress(state, bytes, at);
      at += Sha256.BLOCK;
    }
    pad(bytes, at, rest, (before + (long) length) * Byte.SIZE);
  }

  /// Takes the bytes that fill no block, the mark of the end and the number of bits.
  private void pad(byte[] bytes, int at, int rest, long bits) {
    byte[] block = tail;
    int padded = rest + 9 <= Sha256.BLOCK ? Sha256.BLOCK : 2 * Sha256.BLOCK;
    System.arraycopy(bytes, at, block, 0, rest);
    System.arraycopy(END, 0, block, rest, padded - rest);
    putInt(block, padded - 8, (int) (bits >>> Integer.SIZE));
    putInt(block, padded - 4, (int) bits);
    sha.compress(state, block, 0);
    if (padded > Sha256.BLOCK) {
      sha.compress(state, block, Sha256.BLOCK);
    }
  }

  private static void put(int[] words, byte[] target) {
    for (int i = 0; i < words.length; i++) {
      putInt(target, 4 * i, words[i]);
    }
  }

  private static void putInt(byte[] target, int at, int value) {
    target[at] = (byte) (value >>> 24);
    target[at + 1] = (byte) (value >>> 16);
    target[at + 2] = (byte) (value >>> 8);
    target[at + 3] = (byte) value;
  }
}
