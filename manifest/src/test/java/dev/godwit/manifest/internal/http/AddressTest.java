package dev.godwit.manifest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddressTest {
  /// Cases of a table for which we say something else than the reference.
  private static List<String> differences(
      String table, Function<List<@Nullable Object>, String> ours) {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row : Recorded.table(AddressTest.class, "addresses.json", table)) {
      Object expected = row.getLast();
      String found = ours.apply(row);
      if (!found.equals(expected)) {
        differences.add(row + " but we say " + found);
      }
    }
    return differences;
  }

  private static String text(@Nullable Object value) {
    return Objects.requireNonNull(value).toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> fields(@Nullable Object value) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
  }

  @Test
  void pathsAreJoinedAsTheReferenceJoinsThem() {
    assertThat(differences("join", row -> Address.join(text(row.getFirst()), text(row.get(1)))))
        .isEmpty();
  }

  @Test
  void redirectsLeadWhereTheReferenceGoes() {
    assertThat(
            differences("redirect", row -> Address.resolve(text(row.getFirst()), text(row.get(1)))))
        .isEmpty();
  }

  @Test
  void addressesGoOnTheWireAsTheReferenceSendsThem() {
    assertThat(
            differences("wire", row -> Address.withQuery(text(row.getFirst()), fields(row.get(1)))))
        .isEmpty();
  }

  @Test
  void formsAreEncodedAsTheReferenceDoes() {
    assertThat(differences("form", row -> Address.encode(fields(row.getFirst())))).isEmpty();
  }

  @Test
  void whatMayNotStandInTheNameOfAHostIsEscaped() {
    assertThat(Address.withQuery("https://<your-domain>.example.com/a", Map.of()))
        .isEqualTo("https://%3cyour-domain%3e.example.com/a");
  }
}
