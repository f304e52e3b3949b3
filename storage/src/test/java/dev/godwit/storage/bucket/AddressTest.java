package dev.godwit.storage.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.GodwitException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  private static final Set<String> KNOWN = Set.of("region", "endpoint");

  @ParameterizedTest
  @CsvSource({
    "s3://lake,                    lake, '',           s3://lake",
    "s3://lake/,                   lake, '',           s3://lake",
    "s3://lake/shop,               lake, shop/,        s3://lake/shop",
    "s3://lake/shop/,              lake, shop/,        s3://lake/shop",
    "s3://lake//shop/a b%20ü//,    lake, shop/a b%20ü/, s3://lake/shop/a b%20ü",
    "s3://lake/a:b@c,              lake, a:b@c/,       s3://lake/a:b@c",
    "abfss://raw@acc.dfs.core.windows.net/shop, raw@acc.dfs.core.windows.net, shop/,"
        + " abfss://raw@acc.dfs.core.windows.net/shop",
    "s3://arn:aws:s3:eu-west-1:123:accesspoint/p, arn:aws:s3:eu-west-1:123:accesspoint, p/,"
        + " s3://arn:aws:s3:eu-west-1:123:accesspoint/p",
  })
  void bucketAndPrefixAreReadAsTheyAreWritten(
      String text, String bucket, String prefix, String shown) {
    Address address = Address.parse(text, KNOWN);

    assertThat(address.bucket()).isEqualTo(bucket);
    assertThat(address.prefix()).isEqualTo(prefix);
    assertThat(address).hasToString(shown);
  }

  @Test
  void optionsFollowAQuestionMark() {
    Address address = Address.parse("s3://lake/shop?region=eu&endpoint=http://h:9000", KNOWN);

    assertThat(address.option("region")).isEqualTo("eu");
    assertThat(address.option("endpoint")).isEqualTo("http://h:9000");
    assertThat(address).hasToString("s3://lake/shop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://AKIAXXXX:pa55@lake/shop",
        "s3://AKIAXXXX:pa55/w0rd@lake/shop",
        "s3://lake/shop?secret_access_key=pa55",
        "s3://lake/shop?region=eu&sig=pa55",
        "s3://lake/shop?AccountKey=pa55",
        "s3://lake/shop?session_token=pa55",
      })
  void secretsAreRefusedAndNotShown(String text) {
    GodwitException refused =
        catchThrowableOfType(GodwitException.class, () -> Address.parse(text, KNOWN));

    assertThat(refused.code()).isEqualTo("storage.address");
    assertThat(refused.describe())
        .contains("holds a secret")
        .contains("environment variables")
        .doesNotContain("pa55");
  }

  @Test
  void anUnknownOptionIsRefusedWithThoseThatAreKnown() {
    GodwitException refused =
        catchThrowableOfType(
            GodwitException.class, () -> Address.parse("s3://lake/shop?regoin=eu", KNOWN));

    assertThat(refused.code()).isEqualTo("storage.address");
    assertThat(refused.describe()).contains("'regoin'").contains("endpoint, region");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://", "s3:///shop", "s3://?region=eu"})
  void anAddressWithoutABucketIsRefused(String text) {
    assertThat(catchThrowableOfType(GodwitException.class, () -> Address.parse(text, KNOWN)).code())
        .isEqualTo("storage.address");
  }
}
