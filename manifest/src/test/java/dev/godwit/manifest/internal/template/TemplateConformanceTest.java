package dev.godwit.manifest.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.python.Bytes;
import dev.godwit.manifest.internal.python.NumberText;
import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.PythonJson;
import dev.godwit.manifest.internal.python.PythonJsonReader;
import dev.godwit.manifest.internal.python.PythonSet;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.python.Types;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Plays every recorded template with its recorded contexts and compares value and type with the
/// reference's.
///
/// The only thing not compared is the address in memory that Python prints for a method that was
/// not called.
final class TemplateConformanceTest {
  private static final Path REPORT = Path.of("target", "template-report.json");

  @Test
  void everyRecordedTemplateAgreesWithTheReference() throws IOException {
    Path recordings = Path.of(System.getProperty("conformance.dir", ""), "templates.json");
    assumeTrue(Files.exists(recordings), "no recorded templates at " + recordings);
    Map<?, ?> file = map(PythonJsonReader.loads(Files.readString(recordings)));
    Clock clock = Clock.fixed(Instant.parse((String) field(file, "now")), ZoneOffset.UTC);
    TemplateEnvironment environment = new TemplateEnvironment(clock, new SplittableRandom(1));
    List<Object> disagreements = new ArrayList<>();
    int count = 0;
    int agreeing = 0;
    for (Object entry : (List<?>) field(file, "templates")) {
      Map<?, ?> template = (Map<?, ?>) entry;
      int before = disagreements.size();
      for (Object recorded : (List<?>) field(template, "cases")) {
        play((String) field(template, "template"), (Map<?, ?>) recorded, environment)
            .ifDifferent(disagreements);
      }
      count++;
      agreeing += disagreements.size() == before ? 1 : 0;
    }
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, PythonJson.DEFAULT.unicode().indented("  ").dumps(disagreements));
    System.out.println("templates: " + agreeing + " of " + count + " agree");
    assertThat(count).isPositive();
    assertThat(disagreements).isEmpty();
  }

  private record Outcome(String template, Object context, String wanted, String got) {
    void ifDifferent(List<Object> disagreements) {
      if (!wanted.equals(got)) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("template", template);
        row.put("context", context);
        row.put("wanted", wanted);
        row.put("got", got);
        disagreements.add(row);
      }
    }
  }

  private static Outcome play(
      String template, Map<?, ?> recorded, TemplateEnvironment environment) {
    Object context = field(recorded, "context");
    String wanted =
        recorded.containsKey("value") ? shown(untagged(recorded.get("value"))) : "error";
    String got;
    try {
      Scope scope = scope(map(untagged(context)), environment);
      got = shown(Template.compile(template).eval(scope));
    } catch (GodwitException _) {
      got = "error";
    }
    return new Outcome(template, context, wanted, got);
  }

  private static Scope scope(Map<?, ?> variables, TemplateEnvironment environment) {
    Scope scope = Scope.of(variables.get("config"), environment);
    for (Map.Entry<?, ?> variable : variables.entrySet()) {
      if (!variable.getKey().equals("config")) {
        scope = scope.with((String) variable.getKey(), variable.getValue());
      }
    }
    return scope;
  }

  private static String shown(@Nullable Object value) {
    return (Types.name(value) + " " + Repr.repr(value)).replaceAll(" at 0x[0-9a-f]+", "");
  }

  private static Object field(Map<?, ?> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static @Nullable Object untagged(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.forEach(item -> items.add(untagged(item)));
        yield items;
      }
      case Map<?, ?> map when map.size() == 1 && isTag(map.keySet().iterator().next()) ->
          tagged((String) map.keySet().iterator().next(), map.values().iterator().next());
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        map.forEach((key, item) -> entries.put(key, untagged(item)));
        yield entries;
      }
      case null, default -> value;
    };
  }

  private static boolean isTag(Object key) {
    return key instanceof String name && name.startsWith("$");
  }

  private static Object tagged(String tag, Object content) {
    return switch (tag) {
      case "$float" -> Objects.requireNonNull(NumberText.parseFloat((String) content));
      case "$int" -> Numbers.normal(new BigInteger((String) content));
      case "$tuple" -> new Tuple((List<?>) Objects.requireNonNull(untagged(content)));
      case "$set" -> PythonSet.of((List<?>) Objects.requireNonNull(untagged(content)));
      case "$bytes" -> new Bytes(HexFormat.of().parseHex((String) content));
      case "$dict" -> {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        for (Object pair : (List<?>) content) {
          List<?> parts = (List<?>) pair;
          entries.put(untagged(parts.get(0)), untagged(parts.get(1)));
        }
        yield entries;
      }
      default -> throw new IllegalArgumentException("unknown tag " + tag);
    };
  }
}
