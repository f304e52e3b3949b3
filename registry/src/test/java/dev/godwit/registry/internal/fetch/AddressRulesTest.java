package dev.godwit.registry.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
  private static final URI SAFE = URI.create("https://registry.example/files/list.json");

  private final AddressRules rules = new AddressRules(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://registry.example/x",
        "HTTP://registry.example/x",
        "http://127.0.0.1/x",
        "file:///etc/passwd",
        "data:,x"
      })
  void fromTlsThereIsNoWayToLessThanTls(String location) {
    assertThatThrownBy(() -> new AddressRules(true).redirected(SAFE, location))
        .hasMessageContaining("which is less safe");
  }

  @Test
  void redirectsAreRelativeToWhereTheyComeFrom() {
    assertThat(rules.redirected(SAFE, "../m.yaml"))
        .isEqualTo(URI.create("https://registry.example/m.yaml"));
    assertThat(rules.redirected(SAFE, "//other.example/m"))
        .isEqualTo(URI.create("https://other.example/m"));
    assertThat(rules.redirected(URI.create("http://127.0.0.1:1/x"), "https://other.example/m"))
        .isEqualTo(URI.create("https://other.example/m"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://127.9.9.9:1/",
        "http://[::1]:1/",
        "https://a.b/",
        "file:///x"
      })
  void safeAddressesMayBeAsked(String address) {
    assertThatCode(() -> rules.check(URI.create(address))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.b/",
        "http://127.0.0.1.a.b/",
        "ftp://a.b/",
        "https:///x",
        "https:x",
        "x"
      })
  void othersMayNot(String address) {
    assertThatThrownBy(() -> rules.check(URI.create(address)))
        .extracting("code")
        .isIn("registry.insecure", "registry.bad-address");
  }

  @Test
  void plainHttpMayBeAllowed() {
    assertThatCode(() -> new AddressRules(true).check(URI.create("http://a.b/")))
        .doesNotThrowAnyException();
  }

  @Test
  void passwordsInAddressesAreNotRepeated() {
    assertThatThrownBy(() -> rules.check(URI.create("https://ann:hunter2@a.b/")))
        .hasMessageNotContaining("hunter2");
  }
}
