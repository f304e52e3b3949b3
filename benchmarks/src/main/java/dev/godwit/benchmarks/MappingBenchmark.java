package dev.godwit.benchmarks;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Mapped;
import dev.godwit.core.RowMapper;
import dev.godwit.mapping.Mappings;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.HashAlgorithm;
import dev.godwit.mapping.rule.OnFailure;
import dev.godwit.mapping.rule.Rule;
import dev.godwit.mapping.rule.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds of the clock a row of 1.5 KB that rules change, on two threads where there are two
/// cores; `-prof gc` counts the bytes that are allocated a row, the page of the new rows among
/// them.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class MappingBenchmark {
  private static final int ROWS = 1000;

  private static final List<String> PERSONAL =
      List.of(
          "name",
          "email",
          "country",
          "uuid",
          "url",
          "bio",
          "description",
          "address.street",
          "address.city",
          "address.zip");

  private static final List<String> OTHERS =
      List.of(
          "active",
          "score",
          "qty",
          "created_at",
          "updated_at",
          "notes",
          "tags",
          "orders",
          "prefs",
          "metrics");

  /// What the rules do with 20 fields.
  @Param({"rename-20", "hash-10-rename-10", "hash-20-rename-20", "drop-10", "keep-10"})
  public String rules = "";

  private @Nullable JsonRows page;
  private @Nullable RowMapper mapper;

  @Setup
  public void compile() {
    page = WideRows.page(ROWS);
    mapper = new Mappings(rules(rules), OnFailure.STOP).forStream(WideRows.stream()).open();
  }

  @TearDown
  public void close() {
    Objects.requireNonNull(mapper).close();
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Mapped map() {
    return Objects.requireNonNull(mapper).map(Objects.requireNonNull(page));
  }

  private static List<Rule> rules(String name) {
    List<Rule> rules = new ArrayList<>();
    switch (name) {
      case "rename-20" -> {
        renames(PERSONAL, rules);
        renames(OTHERS, rules);
      }
      case "hash-10-rename-10" -> {
        rules.add(hash(PERSONAL));
        renames(OTHERS, rules);
      }
      case "hash-20-rename-20" -> {
        rules.add(hash(PERSONAL));
        rules.add(hash(OTHERS));
        renames(PERSONAL, rules);
        renames(OTHERS, rules);
      }
      case "drop-10" -> rules.add(new Rule.Drop(paths(PERSONAL), false));
      default -> {
        List<FieldPath> kept = new ArrayList<>(paths(OTHERS));
        kept.add(FieldPath.parse("id"));
        rules.add(new Rule.Keep(kept, false));
      }
    }
    return rules;
  }

  private static Rule hash(List<String> fields) {
    return new Rule.Hash(
        paths(fields), HashAlgorithm.HMAC_SHA_256, Secret.of("a key of the benchmark"), false);
  }

  private static void renames(List<String> fields, List<Rule> target) {
    for (FieldPath path : paths(fields)) {
      target.add(new Rule.Rename(path, "new_" + path.toString().replace('.', '_'), false));
    }
  }

  private static List<FieldPath> paths(List<String> fields) {
    return fields.stream().map(FieldPath::parse).toList();
  }
}
