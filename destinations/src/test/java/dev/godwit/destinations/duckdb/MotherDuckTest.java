package dev.godwit.destinations.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.Destinations;
import java.sql.SQLException;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be known without the network.
class MotherDuckTest {
  private static final String SECRET = "eyJhbGciOi.secret";

  private static GodwitException refusal(ThrowingCallable action) {
    return assertThatThrownBy(action)
        .asInstanceOf(InstanceOfAssertFactories.type(GodwitException.class))
        .actual();
  }

  @ParameterizedTest
  @ValueSource(strings = {"md:my_db", "motherduck:my_db"})
  void bothWaysToWriteTheAddressAreUnderstood(String address) {
    assertThat(Location.of(address, Map.of()))
        .isInstanceOf(MotherDuck.class)
        .hasToString("md:my_db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"duckdb:md:my_db", "motherduck:my_db"})
  void withoutATokenTheCheckSaysWhatIsMissing(String uri) {
    org.junit.jupiter.api.Assumptions.assumeFalse(
        System.getenv().keySet().stream().anyMatch("motherduck_token"::equalsIgnoreCase));
    assertThat(Destinations.open(uri).check().problem())
        .isEqualTo(
            "MotherDuck asks for a token, and the environment has none.\nSet MOTHERDUCK_TOKEN.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MOTHERDUCK_TOKEN", "motherduck_token"})
  void theTokenComesFromTheEnvironment(String variable) {
    assertThat(MotherDuck.of("my_db", Map.of(variable, SECRET)).obstacle()).isNull();
    assertThat(MotherDuck.of("my_db", Map.of(variable, " ")).obstacle()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my_db?motherduck_token=" + SECRET, "a;b", "a/b"})
  void onlyAPlainNameIsTakenAndNothingOfItRepeated(String name) {
    GodwitException error = refusal(() -> Location.of("md:" + name, Map.of()));
    assertThat(error.code()).isEqualTo("motherduck.bad-name");
    assertThat(error.describe()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "IO Error: Failed to download extension \"motherduck\" at URL, motherduck.extension",
    "Invalid Input Error: Initialization function failed: Jwt is malformed "
        + SECRET
        + ", motherduck.refused",
    "IO Error: " + SECRET + " hung up, duckdb.disk"
  })
  void failuresHaveCodesAndDoNotRepeatTheToken(String message, String code) {
    MotherDuck database = MotherDuck.of("my_db", Map.of("MOTHERDUCK_TOKEN", SECRET));
    GodwitException error = database.failed(new SQLException(message));
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.describe()).doesNotContain("secret");
  }

  @Test
  void rowsAreStagedInTheFolderForTemporaryFiles() {
    assertThat(MotherDuck.of("my_db", Map.of()).staging().path().getParent())
        .isEqualTo(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")));
  }
}
