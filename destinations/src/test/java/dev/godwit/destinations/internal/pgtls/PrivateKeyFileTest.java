package dev.godwit.destinations.internal.pgtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys in all forms that OpenSSL writes. Skipped where it is not installed.
class PrivateKeyFileTest {
  @TempDir Path folder;

  private void openssl(String arguments) throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(("openssl " + arguments).split(" ")))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(told).isZero();
    } catch (IOException e) {
      Assumptions.abort("there is no openssl here");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "genrsa -traditional -out key.pem 2048, RSA",
    "genrsa -out key.pem 2048, RSA",
    "ecparam -genkey -name prime256v1 -out key.pem, EC",
    "ecparam -genkey -name secp384r1 -noout -out key.pem, EC",
    "ecparam -genkey -name secp521r1 -out key.pem, EC",
    "genpkey -algorithm ed25519 -out key.pem, EdDSA"
  })
  void aKeyIsTheSameInEveryForm(String make, String algorithm)
      throws IOException, InterruptedException {
    openssl(make);
    openssl("pkcs8 -topk8 -nocrypt -in key.pem -outform DER -out key.pk8");
    PrivateKey key = PrivateKeyFile.read(folder.resolve("key.pem"));
    assertThat(key.getAlgorithm()).isEqualTo(algorithm);
    assertThat(secret(key)).isEqualTo(secret(PrivateKeyFile.read(folder.resolve("key.pk8"))));
  }

  private static Object secret(PrivateKey key) {
    return switch (key) {
      case RSAPrivateCrtKey rsa -> List.of(rsa.getPrivateExponent(), rsa.getPrimeP());
      case ECPrivateKey curve -> List.of(curve.getS(), curve.getParams().getOrder());
      case EdECPrivateKey edwards -> edwards.getBytes().orElseThrow();
      default -> throw new AssertionError(key.getAlgorithm());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "genrsa -traditional -aes128 -passout pass:hidden -out key.pem 2048",
    "genpkey -algorithm rsa -aes128 -pass pass:hidden -out key.pem"
  })
  void aKeyWithAPasswordIsRefusedWithAWayOut(String make) throws IOException, InterruptedException {
    openssl(make);
    assertThatThrownBy(() -> PrivateKeyFile.read(folder.resolve("key.pem")))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.hint()).contains("openssl pkey"));
  }

  @Test
  void partsOfAKeyAreNone() throws IOException, InterruptedException {
    openssl("ecparam -genkey -name prime256v1 -noout -out key.pem");
    List<String> lines = Files.readAllLines(folder.resolve("key.pem"));
    Path cut = folder.resolve("cut.pem");
    Files.write(cut, List.of(lines.get(0), lines.get(1), lines.getLast()));
    assertThatThrownBy(() -> PrivateKeyFile.read(cut))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("postgres.tls"));
  }
}
