package dev.godwit.mapping.pii;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.mapping.Mappings;
import dev.godwit.mapping.rule.FieldPath;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProposalTest {
  @ParameterizedTest
  @EnumSource
  void everyProposalIsARuleThatMappingsRead(PiiClass pii) {
    for (long matches : List.of(9L, 10L)) {
      for (boolean isKey : List.of(true, false)) {
        Proposal proposal = Proposal.of(finding(pii, pii.words(), matches), isKey);
        Mappings mappings = Mappings.read(List.of(proposal.json()), _ -> "x".repeat(32));
        assertThat(mappings.rules()).hasSize(1);
        assertThat(mappings.rules().getFirst().name()).isEqualTo(proposal.rule());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL, 10, tokenise",
    "EMAIL, 9, hash",
    "PHONE, 10, tokenise",
    "PHONE, 9, hash",
    "PAYMENT_CARD, 10, drop",
    "IBAN, 10, hash",
    "PERSON_NAME, 10, redact",
    "LOCATION, 10, drop",
    "BIRTH_DATE, 10, drop",
    "FREE_TEXT, 1, redact"
  })
  void formsAreKeptOnlyWhereAllValuesHaveThem(PiiClass pii, long matches, String rule) {
    assertThat(Proposal.of(finding(pii, pii.words(), matches), false).rule()).isEqualTo(rule);
  }

  @Test
  void ofADayOfBirthTheYearStaysWhereItComesFirst() {
    Proposal proposal = Proposal.of(finding(PiiClass.BIRTH_DATE, BirthDates.YEAR_FIRST, 10), false);
    assertThat(proposal.yaml()).isEqualTo("truncate: {field: \"a.b\", length: 4}");
  }

  @Test
  void whatTellsRowsApartIsHashed() {
    assertThat(Proposal.of(finding(PiiClass.PERSON_NAME, "name", 10), true).yaml())
        .isEqualTo("hash: {field: \"a.b\", key: \"env:GODWIT_MAPPING_KEY\"}");
  }

  private static Finding finding(PiiClass pii, String label, long matches) {
    return new Finding(FieldPath.parse("a.b"), pii, label, 10, matches, 0.9, Set.of());
  }
}
