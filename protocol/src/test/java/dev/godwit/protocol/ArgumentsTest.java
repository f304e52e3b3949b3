package dev.godwit.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.Arguments.Action;
import dev.godwit.protocol.Arguments.Flag;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  private static Arguments parse(String line) {
    return Arguments.parse(Usage.MANIFESTS, List.of(line.split(" ")));
  }

  @Test
  void flagsMayComeBeforeAndAfterTheCommand() {
    Arguments arguments = parse("--config c.json read --catalog k.json --state s.json --debug");
    assertThat(arguments.action()).isEqualTo(Action.READ);
    assertThat(arguments.require(Flag.CONFIG)).isEqualTo(Path.of("c.json"));
    assertThat(arguments.require(Flag.CATALOG)).isEqualTo(Path.of("k.json"));
    assertThat(arguments.find(Flag.STATE)).isEqualTo(Path.of("s.json"));
    assertThat(arguments.debug()).isTrue();
  }

  @Test
  void valuesMayFollowAnEqualsSign() {
    assertThat(parse("check --config=a=b.json").require(Flag.CONFIG))
        .isEqualTo(Path.of("a=b.json"));
  }

  @Test
  void whatWasNotGivenIsNotFound() {
    Arguments arguments = parse("spec");
    assertThat(arguments.find(Flag.STATE)).isNull();
    assertThat(arguments.debug()).isFalse();
    assertThatThrownBy(() -> arguments.require(Flag.MANIFEST_PATH))
        .hasMessage("spec needs --manifest-path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--config c.json",
        "fly",
        "SPEC",
        "check --wings w.json",
        "check --config",
        "check --config=",
        "check --config --debug",
        "check -c c.json",
        "check discover --config c.json",
      })
  void wrongUsageIsRefusedWithTheRightOne(String line) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> {
              assertThat(error.code()).isEqualTo("usage");
              assertThat(error.hint()).startsWith("usage: ");
            });
  }
}
