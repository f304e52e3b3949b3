package dev.godwit.manifest.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Slice;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonScanner;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.request.Meter;
import dev.godwit.manifest.internal.spec.AddedFieldDefinition;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.TransformationSpec;
import dev.godwit.manifest.internal.spec.TransformationSpec.AddFields;
import dev.godwit.manifest.internal.spec.TransformationSpec.RemoveFields;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Changing rows in their bytes comes to the same as changing them as values.
class ByteRowsTest {
  private static final List<String> NAMES = List.of("a", "b", "c", "é", "long name", "n");
  private static final List<String> VALUES =
      List.of(
          "{{ record['a'] }}",
          "{{ record.n }}",
          "{{ record.b or 'none' }}",
          "{{ record.get('c', 7) }}",
          "fixed",
          "{{ config['k'] }}",
          "{{ record['é'] }}-{{ record['a'] }}");
  private static final List<String> FILTERS =
      List.of("{{ record.a }}", "{{ record.b == 't' or record.n }}", "{{ 'x' != record['c'] }}");

  private final Random random = new Random(20240310);
  private final Scope scope =
      Scope.of(
          Map.of("k", "v"),
          new TemplateEnvironment(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new Random(1)));

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> null;
      case 1 -> true;
      case 2 -> (long) random.nextInt(100) - 50;
      case 3 -> random.nextInt(100) / 4.0;
      case 4 -> "t";
      case 5 -> "with \"quotes\", \\ and é\n";
      case 6 -> Long.MAX_VALUE - random.nextInt(10);
      case 7 -> new ArrayList<>(List.of("x", 1L));
      default -> row(depth - 1);
    };
  }

  private Map<String, @Nullable Object> row(int depth) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = random.nextInt(NAMES.size()); i >= 0; i--) {
      row.put(any(NAMES), value(depth));
    }
    return row;
  }

  private TransformationSpec transformation() {
    if (random.nextInt(3) == 0) {
      List<String> path =
          random.nextBoolean() ? List.of(any(NAMES)) : List.of(any(NAMES), any(NAMES));
      return new RemoveFields(Origin.NONE, "", List.of(path));
    }
    String condition = random.nextInt(3) == 0 ? "{{ value and record.b }}" : "";
    return new AddFields(
        Origin.NONE,
        List.of(new AddedFieldDefinition(Origin.NONE, List.of(any(NAMES)), any(VALUES), null)),
        condition);
  }

  private Rewriting rewriting() {
    List<TransformationSpec> specs = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      specs.add(transformation());
    }
    InterpolatedBoolean filter =
        random.nextBoolean() ? null : InterpolatedBoolean.of(any(FILTERS), Map.of());
    return new Rewriting(
        filter, new TransformationCompiler(scope).compile(specs), random.nextBoolean());
  }

  private Occasion occasion() {
    Slice slice = new Slice(StreamName.of("items"), 0, Map.of(), Map.of(), Map.of());
    return new Occasion(slice, scope, new Meter(), 0);
  }

  private List<@Nullable Object> written(Rewriting rewriting, String rows) {
    ByteRows source =
        new ByteRows(
            new JsonScanner(List.of("rows"))
                .scan(("{\"rows\":" + rows + "}").getBytes(StandardCharsets.UTF_8))
                .compacted(),
            rewriting.forDocument(),
            Objects.requireNonNull(rewriting.footprint()),
            occasion());
    List<@Nullable Object> written = new ArrayList<>();
    while (source.advance()) {
      JsonBuffer buffer = new JsonBuffer();
      if (source.write(buffer)) {
        written.add(JsonParser.STRICT.parse(buffer.toBytes()));
      }
    }
    return written;
  }

  private List<@Nullable Object> changed(Rewriting rewriting, String rows) {
    List<@Nullable Object> changed = new ArrayList<>();
    for (Object row : (List<?>) Objects.requireNonNull(JsonParser.STRICT.parse(rows))) {
      Map<String, @Nullable Object> kept =
          rewriting.apply(row, occasion().scope().with("record", row));
      if (kept != null) {
        changed.add(kept);
      }
    }
    return changed;
  }

  @Test
  void rowsMadeAtRandomBecomeTheSame() {
    for (int round = 0; round < 500; round++) {
      Rewriting rewriting = rewriting();
      List<@Nullable Object> rows = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        rows.add(row(2));
      }
      String text = JsonWriter.text(rows);
      assertThat(written(rewriting, text)).isEqualTo(changed(rewriting, text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"\\u0061\":1,\"b\":2}]",
        "[{\"a\":1,\"a\":2,\"x\":3}]",
        "[{}, {\"a\" : 1 , \"b\" : [ 1 , 2 ] }]",
        "[{\"x\":{\"a\":1}},{\"b\":\"\"}]",
      })
  void oddRowsBecomeTheSame(String rows) {
    for (int round = 0; round < 50; round++) {
      Rewriting rewriting = rewriting();
      assertThat(written(rewriting, rows)).isEqualTo(changed(rewriting, rows));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ record }}",
        "{{ record.items() }}",
        "{{ record['a'].append(1) }}",
        "{{ record[config.k] }}"
      })
  void aTemplateThatMaySeeTheWholeRowGetsAllOfIt(String template) {
    Rewriting rewriting =
        new Rewriting(InterpolatedBoolean.of(template, Map.of()), List.of(), false);
    assertThat(rewriting.footprint()).isNull();
  }
}
