package dev.godwit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Evaluations a second of the 50 templates that occur most often in manifests, on one thread. The
/// system property `conformance.dir` names the folder of the recordings.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 8)
@Measurement(iterations = 10, time = 1)
public class TemplateBenchmark {
  private static final int TEMPLATES = 50;

  private List<Evaluation> evaluations = List.of();
  private int next;

  @Setup
  public void read() throws IOException {
    String folder = System.getProperty("conformance.dir", "../shared/conformance");
    evaluations = Evaluation.mostFrequent(Path.of(folder, "templates.json"), TEMPLATES);
  }

  @Benchmark
  public @Nullable Object evaluate() {
    next = next + 1 < evaluations.size() ? next + 1 : 0;
    return evaluations.get(next).run();
  }
}
