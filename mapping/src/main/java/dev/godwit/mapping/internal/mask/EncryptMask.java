package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Encrypts values, each with a nonce of its own.
public final class EncryptMask implements Mask {
  private final SecureRandom random = new SecureRandom();
  private final byte[] nonce = new byte[SealedText.NONCE_BYTES];
  private final SecretKey key;
  private final Cipher cipher;

  /// @throws dev.godwit.core.error.GodwitException CONFIG `mapping.bad-secret` when it is no key
  public EncryptMask(Secret secret) {
    key = AesKey.of(secret);
    try {
      cipher = Cipher.getInstance(SealedText.ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks " + SealedText.ALGORITHM, e);
    }
  }

  @Override
  public void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target) {
    byte[] text = Base64.getUrlEncoder().withoutPadding().encode(sealed(page, start, end));
    byte[] prefix = SealedText.prefix();
    target.add((byte) '"');
    target.add(prefix, 0, prefix.length);
    target.add(text, 0, text.length);
    target.add((byte) '"');
  }

  private byte[] sealed(byte[] page, int start, int end) {
    random.nextBytes(nonce);
    byte[] sealed = new byte[nonce.length + end - start + SealedText.TAG_BYTES];
    System.arraycopy(nonce, 0, sealed, 0, nonce.length);
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * SealedText.TAG_BYTES, nonce));
      cipher.updateAAD(SealedText.associated());
      cipher.doFinal(page, start, end - start, sealed, nonce.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM with a key and a nonce of known lengths", e);
    }
  }
}
