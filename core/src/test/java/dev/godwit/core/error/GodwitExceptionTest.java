package dev.godwit.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GodwitExceptionTest {
  private final GodwitException plain = GodwitException.config("a.code", "It is wrong.");

  @Test
  void eachKindHasItsFactory() {
    assertThat(plain.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(GodwitException.transientError("c", "m").kind()).isEqualTo(ErrorKind.TRANSIENT);
    assertThat(GodwitException.system("c", "m").kind()).isEqualTo(ErrorKind.SYSTEM);
    assertThat(GodwitException.contract("c", "m").kind()).isEqualTo(ErrorKind.CONTRACT);
  }

  @Test
  void withoutPlaceAndHintTheDescriptionIsTheMessage() {
    assertThat(plain.describe()).isEqualTo("It is wrong.");
  }

  @Test
  void theDescriptionHasPlaceMessageAndHint() {
    GodwitException error = plain.at(Place.file("m.yaml", 3, 5, null)).hint("Mend it.");
    assertThat(error.describe()).isEqualTo("m.yaml:3:5: It is wrong.\nMend it.");
  }

  @Test
  void changingACopyLeavesTheOriginalAlone() {
    GodwitException changed = plain.hint("Mend it.").at(Place.stream("s"));
    assertThat(changed).isNotSameAs(plain);
    assertThat(plain.hint()).isNull();
    assertThat(plain.place()).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void copiesKeepKindCodeAndCause() {
    IllegalStateException cause = new IllegalStateException();
    GodwitException copy = plain.causedBy(cause).hint("h").at(Place.stream("s"));
    assertThat(copy.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(copy.code()).isEqualTo("a.code");
    assertThat(copy).hasCause(cause);
  }

  @Test
  void theInnerPlaceWinsOverTheOuter() {
    GodwitException error = plain.at(Place.stream("inner")).at(Place.stream("outer"));
    assertThat(error.place().stream()).isEqualTo("inner");
  }
}
