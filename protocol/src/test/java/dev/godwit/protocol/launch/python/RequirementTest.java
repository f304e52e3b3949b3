package dev.godwit.protocol.launch.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "airbyte-source-faker | airbyte-source-faker",
        "airbyte-source-faker==7.2.1 | airbyte-source-faker",
        "Source_Shop[s3,gcs] >=1,<2 | source-shop",
        "source.shop~=1.0; python_version > '3' | source-shop",
        "shop @ git+https://token@git.example/shop.git | shop"
      })
  void aNameIsReadOutOfARequirement(String text, String label) {
    Requirement requirement = Requirement.parse(text);

    assertThat(requirement.text()).isEqualTo(text);
    assertThat(requirement.name()).isPresent();
    assertThat(requirement.label()).isEqualTo(label);
  }

  @Test
  void pathsAndAddressesHaveNoName() {
    assertThat(Requirement.parse("./shop"))
        .isEqualTo(
            new Requirement(
                Path.of("shop").toAbsolutePath().toString(), java.util.Optional.empty()));
    assertThat(Requirement.parse("shop-1.0-py3-none-any.whl").name()).isEmpty();
    assertThat(Requirement.parse("https://example.org/a/shop-1.0.tar.gz#sha256=1").label())
        .isEqualTo("shop-1-0-tar-gz");
  }

  @Test
  void passwordsInAddressesAreNotShown() {
    Requirement requirement = Requirement.parse("git+https://user:hunter2@git.example/shop.git");

    assertThat(requirement.shown()).isEqualTo("git+https://****@git.example/shop.git");
    assertThat(requirement.label()).isEqualTo("shop-git");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "-r list.txt", "--index-url=http://evil", "a\nb"})
  void whatIsNoRequirementIsRefused(String text) {
    assertThatThrownBy(() -> Requirement.parse(text))
        .isInstanceOfSatisfying(
            GodwitException.class, e -> assertThat(e.code()).isEqualTo("launch.requirement"));
  }
}
