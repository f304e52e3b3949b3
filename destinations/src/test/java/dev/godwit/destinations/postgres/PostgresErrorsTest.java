package dev.godwit.destinations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresErrorsTest {
  private static final Address ADDRESS = Address.of("//ann@db.example/shop", Map.of());

  @ParameterizedTest
  @CsvSource({
    "28P01, postgres.login, CONFIG",
    "3D000, postgres.no-database, CONFIG",
    "42501, postgres.no-access, CONFIG",
    "25006, postgres.read-only, CONFIG",
    "2BP01, postgres.in-use, CONFIG",
    "54011, postgres.columns, CONFIG",
    "53100, postgres.disk-full, TRANSIENT",
    "53300, postgres.connections, TRANSIENT",
    "53200, postgres.resources, TRANSIENT",
    "40P01, postgres.conflict, TRANSIENT",
    "57P01, postgres.connection-lost, TRANSIENT",
    "08006, postgres.connection-lost, TRANSIENT",
    "22003, postgres.refused, SYSTEM"
  })
  void everyStateHasItsError(String state, String code, ErrorKind kind) {
    GodwitException error =
        PostgresErrors.of(new SQLException("key (mail)=(ann@example.org)", state), ADDRESS);
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.kind()).isEqualTo(kind);
  }

  @Test
  void messagesThatMayQuoteRowsAreNotPassedOn() {
    GodwitException error =
        PostgresErrors.of(new SQLException("key (mail)=(ann@example.org)", "23505"), ADDRESS);
    assertThat(error.describe()).doesNotContain("ann@example.org").contains("23505");
  }
}
