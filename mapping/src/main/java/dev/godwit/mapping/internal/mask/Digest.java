package dev.godwit.mapping.internal.mask;

import dev.godwit.mapping.rule.HashAlgorithm;
import dev.godwit.mapping.rule.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A hash of bytes under a secret. For one thread.
interface Digest {
  int length();

  /// Writes the hash of some bytes to the beginning of `target`.
  void hash(byte[] bytes, int start, int length, byte[] target) throws GeneralSecurityException;

  static Digest of(HashAlgorithm algorithm, Secret secret) throws GeneralSecurityException {
    return switch (algorithm) {
      case HMAC_SHA_256 ->
          isQuick(System.getProperty("java.vm.info", ""))
              ? new HmacSha256(secret.bytes())
              : keyed(algorithm, secret);
      case HMAC_SHA_512 -> keyed(algorithm, secret);
      case SHA_256, SHA_512 -> salted(algorithm, secret);
    };
  }

  /// Whether the JVM has its quick compiler only. The thorough one puts instructions of the
  /// processor in the place of Java's own digest, which is then four times as fast as ours.
  ///
  /// @param vm what the JVM says of itself
  static boolean isQuick(String vm) {
    return vm.contains("emulated-client") || vm.contains("interpreted");
  }

  private static Digest keyed(HashAlgorithm algorithm, Secret key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm.javaName());
    mac.init(new SecretKeySpec(key.bytes(), algorithm.javaName()));
    return new Keyed(mac);
  }

  private static Digest salted(HashAlgorithm algorithm, Secret salt)
      throws GeneralSecurityException {
    return new Salted(MessageDigest.getInstance(algorithm.javaName()), salt.bytes());
  }

  /// HMAC as Java has it.
  record Keyed(Mac mac) implements Digest {
    @Override
    public int length() {
      return mac.getMacLength();
    }

    @Override
    public void hash(byte[] bytes, int start, int length, byte[] target)
        throws GeneralSecurityException {
      mac.update(bytes, start, length);
      mac.doFinal(target, 0);
    }
  }

  /// The digest of the salt and then the value.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Salted(MessageDigest digest, byte[] salt) implements Digest {
    @Override
    public int length() {
      return digest.getDigestLength();
    }

    @Override
    public void hash(byte[] bytes, int start, int length, byte[] target)
        throws GeneralSecurityException {
      digest.update(salt);
      digest.update(bytes, start, length);
      digest.digest(target, 0, target.length);
    }
  }
}
