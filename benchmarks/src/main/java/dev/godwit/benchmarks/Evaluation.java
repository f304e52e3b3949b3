package dev.godwit.benchmarks;

import dev.godwit.manifest.internal.python.PythonJsonReader;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.Template;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One template with one of its recorded contexts.
record Evaluation(Template template, Scope scope) {
  /// The templates that occur most often in manifests, with every recorded context that is plain
  /// JSON and gives a value. `templates.py` chooses the same ones.
  ///
  /// @param recordings the file `templates.json`
  static List<Evaluation> mostFrequent(Path recordings, int templates) throws IOException {
    TemplateEnvironment environment =
        new TemplateEnvironment(Clock.systemUTC(), new SplittableRandom(1));
    List<Evaluation> evaluations = new ArrayList<>();
    Map<?, ?> file = map(PythonJsonReader.loads(Files.readString(recordings)));
    list(file.get("templates")).stream()
        .map(Evaluation::map)
        .sorted(Comparator.comparingLong(template -> -count(template)))
        .limit(templates)
        .forEach(template -> {
          Template compiled = Template.compile(String.valueOf(template.get("template")));
          for (Object recorded : list(template.get("cases"))) {
            Map<?, ?> context = map(map(recorded).get("context"));
            if (map(recorded).containsKey("value") && isPlain(context)) {
              evaluations.add(new Evaluation(compiled, scope(context, environment)));
            }
          }
        });
    return evaluations;
  }

  @Nullable Object run() {
    return template.eval(scope);
  }

  private static long count(Map<?, ?> template) {
    return (Long) Objects.requireNonNull(template.get("count"));
  }

  private static Scope scope(Map<?, ?> context, TemplateEnvironment environment) {
    Scope scope = Scope.of(context.get("config"), environment);
    for (Map.Entry<?, ?> variable : context.entrySet()) {
      String name = String.valueOf(variable.getKey());
      scope = name.equals("config") ? scope : scope.with(name, variable.getValue());
    }
    return scope;
  }

  /// Whether nothing in it stands for a value that JSON does not have.
  private static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .allMatch(entry ->
                  !String.valueOf(entry.getKey()).startsWith("$") && isPlain(entry.getValue()));
      case List<?> list -> list.stream().allMatch(Evaluation::isPlain);
      case null, default -> true;
    };
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }
}
