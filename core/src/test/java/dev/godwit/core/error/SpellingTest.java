package dev.godwit.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  private static final List<String> KNOWN = List.of("customers", "orders", "tax");

  @ParameterizedTest
  @CsvSource({
    "custmers, customers",
    "Customers, customers",
    "cutsomers, customers",
    "order, orders",
    "odrers, orders",
    "tex, tax"
  })
  void findsWhatWasMeant(String wrong, String meant) {
    assertThat(Spelling.nearest(wrong, KNOWN)).hasValue(meant);
  }

  @ParameterizedTest
  @CsvSource({"invoices", "c", "''", "xxx"})
  void doesNotGuessWildly(String wrong) {
    assertThat(Spelling.nearest(wrong, KNOWN)).isEmpty();
  }

  @Test
  void asksOnlyWhereItHasAGuess() {
    assertThat(Spelling.sentence("There is no stream order", "order", KNOWN))
        .isEqualTo("There is no stream order; did you mean orders?");
    assertThat(Spelling.sentence("There is no stream x", "x", List.of()))
        .isEqualTo("There is no stream x.");
  }
}
