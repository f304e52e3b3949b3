package dev.godwit.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.Delivery;
import dev.godwit.core.Destination;
import dev.godwit.core.error.GodwitException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
  @TempDir Path folder;

  private static GodwitException refusal(ThrowingCallable opening) {
    return assertThatThrownBy(opening)
        .isInstanceOf(GodwitException.class)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(GodwitException.class))
        .actual();
  }

  @Test
  void aDuckDbFileIsADestination() {
    Path file = folder.resolve("shop.duckdb");
    try (Destination destination = Destinations.open("duckdb:" + file)) {
      assertThat(destination.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
      assertThat(destination.check().problem()).isNull();
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void anUnknownSchemeIsRefusedWithTheNearestOne() {
    GodwitException error = refusal(() -> Destinations.open("dukdb:shop.duckdb"));
    assertThat(error.code()).isEqualTo("destination.unknown");
    assertThat(error.message()).isEqualTo("There is no destination 'dukdb'.");
    assertThat(error.hint()).isEqualTo("Did you mean 'duckdb:<file>'?");
  }

  @Test
  void aSchemeThatIsNearNothingIsRefusedWithWhatThereIs() {
    GodwitException error = refusal(() -> Destinations.open("snowflake:account"));
    assertThat(error.code()).isEqualTo("destination.unknown");
    assertThat(error.hint())
        .isEqualTo(
            "Write the destination as one of: avro:<folder>, csv:<folder>, duckdb:<file>,"
                + " jsonl:<folder>, parquet:<folder>, postgresql://<user>@<host>/<database>.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"postgresql://ann@localhost/shop", "postgres://localhost:5433/shop?schema=x"})
  void aPostgresDatabaseIsADestination(String uri) {
    try (Destination destination = Destinations.open(uri)) {
      assertThat(destination.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
    }
  }

  @Test
  void aUriWithoutSchemeIsRefusedWithoutRepeatingCredentials() {
    GodwitException error = refusal(() -> Destinations.open("duckdb@user:secret/shop"));
    assertThat(error.code()).isEqualTo("destination.unknown");
    assertThat(error.describe()).doesNotContain("secret");
  }

  @Test
  void aUriThatNamesNoFileIsRefused() {
    assertThat(refusal(() -> Destinations.open("duckdb:")).code()).isEqualTo("duckdb.no-file");
  }
}
