package dev.godwit.mapping.internal.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacSha256Test {
  /// Keys shorter than a block, of a block, and longer, which are hashed first.
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 32, 55, 63, 64, 65, 119, 128, 200})
  void messagesOfAllLengthsHaveTheHashThatJavaGivesThem(int keyLength)
      throws GeneralSecurityException {
    Random random = new Random(keyLength);
    byte[] key = new byte[keyLength];
    random.nextBytes(key);
    Mac java = Mac.getInstance("HmacSHA256");
    java.init(new SecretKeySpec(key, "HmacSHA256"));
    HmacSha256 own = new HmacSha256(key);
    byte[] hash = new byte[own.length()];
    for (int length = 0; length <= 300; length++) {
      byte[] page = new byte[length + 7];
      random.nextBytes(page);
      own.hash(page, 3, length, hash);
      assertThat(hash)
          .as("%d bytes", length)
          .isEqualTo(java.doFinal(Arrays.copyOfRange(page, 3, 3 + length)));
    }
  }

  /// RFC 4231, test case 2.
  @Test
  void aPublishedVectorHasItsPublishedHash() {
    HmacSha256 own = new HmacSha256("Jefe".getBytes(StandardCharsets.US_ASCII));
    byte[] message = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
    byte[] hash = new byte[own.length()];
    own.hash(message, 0, message.length, hash);
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mixed mode, emulated-client, sharing | true",
        "interpreted mode | true",
        "mixed mode, sharing | false",
        "~ | false"
      })
  void javasOwnIsTakenWhereItIsFaster(String vm, boolean own) {
    assertThat(Digest.isQuick(vm)).isEqualTo(own);
  }
}
