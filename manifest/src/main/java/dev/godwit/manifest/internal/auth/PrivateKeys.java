package dev.godwit.manifest.internal.auth;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/// Reads private keys from PEM text: PKCS #8 plain and encrypted, and the older forms of RSA and EC
/// keys, plain and encrypted.
final class PrivateKeys {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  private static final Pattern PEM_HEADER = Pattern.compile("(?m)^([A-Za-z-]+): (.*)$");

  private PrivateKeys() {}

  /// Reads a key.
  ///
  /// @param passphrase null for a key that is not encrypted
  /// @throws GodwitException CONFIG `auth.key` when the text is no such key, or the passphrase is
  ///   missing, wrong or not needed; nothing of either is in the message
  static PrivateKey read(String text, @Nullable String passphrase) {
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      throw unreadable("is no private key in PEM form");
    }
    String label = pem.group(1);
    Map<String, String> headers = new HashMap<>();
    Matcher header = PEM_HEADER.matcher(pem.group(2));
    while (header.find()) {
      headers.put(header.group(1), header.group(2).strip());
    }
    boolean encrypted = label.equals("ENCRYPTED PRIVATE KEY") || headers.containsKey("DEK-Info");
    if (encrypted != (passphrase != null)) {
      throw unreadable(encrypted ? "needs a passphrase" : "is not encrypted, but has a passphrase");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(PEM_HEADER.matcher(pem.group(2)).replaceAll(""));
      return key(label, der, headers.get("DEK-Info"), passphrase == null ? "" : passphrase);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      // The cause may show what was decrypted.
      throw unreadable(encrypted ? "cannot be decrypted with the passphrase" : "cannot be read");
    }
  }

  private static PrivateKey key(
      String label, byte[] der, @Nullable String encryption, String passphrase)
      throws GeneralSecurityException, IOException {
    byte[] plain = encryption == null ? der : LegacyPem.decrypt(der, encryption, passphrase);
    return switch (label) {
      case "PRIVATE KEY" -> ofPkcs8(plain);
      case "ENCRYPTED PRIVATE KEY" -> ofPkcs8(decrypted(plain, passphrase));
      case "RSA PRIVATE KEY" -> ofPkcs8(LegacyPem.rsaAsPkcs8(plain));
      case "EC PRIVATE KEY" -> ofPkcs8(LegacyPem.ecAsPkcs8(plain));
      default -> throw unreadable("is a " + label + ", not a private key");
    };
  }

  private static byte[] decrypted(byte[] der, String passphrase)
      throws GeneralSecurityException, IOException {
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
    // For PBES2 the parameters, not the name, say which scheme it is.
    String scheme =
        info.getAlgParameters() == null
            ? info.getAlgName()
            : info.getAlgParameters().toString().startsWith("PBE")
                ? info.getAlgParameters().toString()
                : info.getAlgName();
    Cipher cipher = Cipher.getInstance(scheme);
    cipher.init(
        Cipher.DECRYPT_MODE,
        SecretKeyFactory.getInstance(scheme)
            .generateSecret(new PBEKeySpec(passphrase.toCharArray())),
        info.getAlgParameters());
    return info.getKeySpec(cipher).getEncoded();
  }

  /// The key itself says what kind it is; only the factory of that kind reads it.
  private static PrivateKey ofPkcs8(byte[] der) throws GeneralSecurityException {
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
    for (String kind : List.of("RSA", "EC", "Ed25519", "Ed448")) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(spec);
      } catch (InvalidKeySpecException _) {
        // A key of another kind.
      }
    }
    throw new GeneralSecurityException("no factory reads the key");
  }

  private static GodwitException unreadable(String why) {
    return GodwitException.config("auth.key", "The secret_key " + why + ".")
        .hint("Give a private key in PEM form whose kind fits the algorithm.");
  }
}
