package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.manifest.internal.spec.JwtAuthenticator.JwtAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs the text of a token with one key. Immutable and thread-safe.
sealed interface JwtSigner {
  byte[] sign(byte[] text) throws GeneralSecurityException;

  /// A signer for a key as the manifest gives it.
  ///
  /// @param passphrase null for none
  /// @throws GodwitException CONFIG `auth.key` when the key does not fit the algorithm
  static JwtSigner of(JwtAlgorithm algorithm, String key, @Nullable String passphrase) {
    return switch (algorithm) {
      case HS256, HS384, HS512 -> new Hmac(algorithm.name().replace("HS", "HmacSHA"), secret(key));
      case RS256, RS384, RS512 ->
          new Rsa(
              algorithm.name().replace("RS", "SHA") + "withRSA",
              fitting(key, passphrase, RSAPrivateKey.class, algorithm));
      case PS256, PS384, PS512 ->
          new Pss(
              Integer.parseInt(algorithm.name().substring(2)),
              fitting(key, passphrase, RSAPrivateKey.class, algorithm));
      case ES256 -> ec(256, 256, algorithm, key, passphrase);
      case ES384 -> ec(384, 384, algorithm, key, passphrase);
      case ES512 -> ec(512, 521, algorithm, key, passphrase);
      case ES256K -> throw unfit(algorithm, "Java has no longer the curve of this algorithm");
      case EDDSA -> new EdDsa(fitting(key, passphrase, EdECPrivateKey.class, algorithm));
    };
  }

  private static JwtSigner ec(
      int hashBits,
      int curveBits,
      JwtAlgorithm algorithm,
      String key,
      @Nullable String passphrase) {
    ECPrivateKey privateKey = fitting(key, passphrase, ECPrivateKey.class, algorithm);
    if (privateKey.getParams().getCurve().getField().getFieldSize() != curveBits) {
      throw unfit(algorithm, "the key lies on another curve");
    }
    return new Ec("SHA" + hashBits + "withECDSAinP1363Format", privateKey);
  }

  /// The reference's library refuses what looks like a key of another kind.
  private static byte[] secret(String key) {
    if (key.isEmpty()
        || key.contains("-----BEGIN ")
        || key.startsWith("ssh-")
        || key.startsWith("ecdsa-sha2-")
        || isWebKey(key)) {
      throw unfit(JwtAlgorithm.HS256, "the secret is empty or a key of another kind");
    }
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isWebKey(String key) {
    if (!key.stripLeading().startsWith("{")) {
      return false;
    }
    try {
      return JsonParser.LENIENT.parse(key) instanceof Map<?, ?> map && map.containsKey("kty");
    } catch (GodwitException notJson) {
      return false;
    }
  }

  private static <K extends PrivateKey> K fitting(
      String key, @Nullable String passphrase, Class<K> kind, JwtAlgorithm algorithm) {
    PrivateKey read = PrivateKeys.read(key, passphrase);
    if (!kind.isInstance(read)) {
      throw unfit(algorithm, "the key is of another kind");
    }
    return kind.cast(read);
  }

  private static GodwitException unfit(JwtAlgorithm algorithm, String why) {
    return GodwitException.config(
            "auth.key", "Tokens cannot be signed with " + algorithm.wire() + ": " + why + ".")
        .hint("Check algorithm and secret_key of the JwtAuthenticator.");
  }

  record Hmac(String algorithm, byte[] secret) implements JwtSigner {
    @Override
    public byte[] sign(byte[] text) throws GeneralSecurityException {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(text);
    }
  }

  record Rsa(String algorithm, RSAPrivateKey key) implements JwtSigner {
    @Override
    public byte[] sign(byte[] text) throws GeneralSecurityException {
      return signed(Signature.getInstance(algorithm), key, text);
    }
  }

  record Pss(int bits, RSAPrivateKey key) implements JwtSigner {
    @Override
    public byte[] sign(byte[] text) throws GeneralSecurityException {
      String hash = "SHA-" + bits;
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec(
              hash,
              "MGF1",
              new MGF1ParameterSpec(hash),
              bits / 8,
              PSSParameterSpec.TRAILER_FIELD_BC));
      return signed(signature, key, text);
    }
  }

  record Ec(String algorithm, ECPrivateKey key) implements JwtSigner {
    @Override
    public byte[] sign(byte[] text) throws GeneralSecurityException {
      return signed(Signature.getInstance(algorithm), key, text);
    }
  }

  record EdDsa(EdECPrivateKey key) implements JwtSigner {
    @Override
    public byte[] sign(byte[] text) throws GeneralSecurityException {
      return signed(Signature.getInstance("EdDSA"), key, text);
    }
  }

  private static byte[] signed(Signature signature, PrivateKey key, byte[] text)
      throws GeneralSecurityException {
    signature.initSign(key);
    signature.update(text);
    return signature.sign();
  }
}
