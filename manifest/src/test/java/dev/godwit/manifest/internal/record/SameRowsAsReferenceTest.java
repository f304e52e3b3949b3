package dev.godwit.manifest.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Reading;
import dev.godwit.manifest.internal.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the reference made of rows, most of them made at random.
class SameRowsAsReferenceTest {
  private static final String ROWS = "extractor: {type: DpathExtractor, field_path: [rows]}";

  private static List<List<@Nullable Object>> table(String name) {
    return Recorded.table(SameRowsAsReferenceTest.class, "records.json", name);
  }

  private static Reading reading(Api api) {
    return new Reading(api).config("c", "cfg");
  }

  /// The rows, or the code of the error.
  private static Object outcome(Reading reading) {
    try {
      return reading.read().rows();
    } catch (GodwitException e) {
      return e.code();
    }
  }

  private static Api api(@Nullable Object body) {
    return Api.answering(asked -> Answered.json(JsonWriter.text(body)));
  }

  /// Values as a reader of JSON sees them: the order of fields does not count.
  private static @Nullable Object plain(@Nullable Object value) {
    return JsonParser.LENIENT.parse(JsonWriter.bytes(value));
  }

  private static void compare(
      List<@Nullable Object> row, @Nullable Object found, List<String> differences) {
    if (!found.equals(plain(row.getLast()))) {
      differences.add(
          JsonWriter.text(row.getFirst())
              + "\n  of       "
              + JsonWriter.text(row.get(1))
              + "\n  expected "
              + JsonWriter.text(row.getLast())
              + "\n  found    "
              + JsonWriter.text(found));
    }
  }

  @Test
  void rowsAreTransformed() {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row : table("transformations")) {
      try (Api api = api(Map.of("rows", row.get(1)))) {
        Reading reading =
            reading(api).selector(ROWS).stream(
                "transformations: " + JsonWriter.text(row.getFirst()));
        compare(row, outcome(reading), differences);
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void rowsThatCannotBeTransformedAreErrors() {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row : table("failures")) {
      try (Api api = api(Map.of("rows", List.of(row.get(1))))) {
        Reading reading =
            reading(api).selector(ROWS).stream(
                "transformations: " + JsonWriter.text(row.getFirst()));
        if (!(outcome(reading) instanceof String)) {
          differences.add(JsonWriter.text(row));
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void rowsAreFoundCombinedAndExpanded() {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row : table("extractions")) {
      try (Api api = api(row.get(1))) {
        Reading reading = reading(api).selector("extractor: " + JsonWriter.text(row.getFirst()));
        Object found = outcome(reading);
        if (!(row.getLast() instanceof List<?> expected)) {
          assertThat(found).isInstanceOf(String.class);
        } else {
          List<@Nullable Object> wanted = new ArrayList<>(row.subList(0, 2));
          wanted.add(expected.getLast());
          compare(wanted, found, differences);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void valuesAreCastToTheSchema() {
    List<String> differences = new ArrayList<>();
    for (List<@Nullable Object> row : table("normalizations")) {
      try (Api api = api(Map.of("rows", row.get(1)))) {
        Reading reading =
            reading(api)
                .selector(ROWS + "\nschema_normalization: Default")
                .schema(
                    "{type: InlineSchemaLoader, schema: " + JsonWriter.text(row.getFirst()) + "}");
        compare(row, outcome(reading), differences);
      }
    }
    assertThat(differences).isEmpty();
  }
}
