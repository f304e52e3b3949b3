package dev.godwit.benchmarks;

import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.reading.Limits;
import dev.godwit.protocol.reading.MessageReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds a RECORD message of about 360 bytes that a foreign connector sends; `-prof gc`
/// counts the bytes that are allocated a record, the pages of the rows among them.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageBenchmark {
  private static final int RECORDS = 100_000;

  /// Whether white space stands between tokens, as many connectors print it.
  @Param({"false", "true"})
  boolean spaced;

  private byte[] input = {};

  @Setup
  public void lines() {
    Random random = new Random(1);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < RECORDS; i++) {
      String line = line(random);
      lines.append(spaced ? line.replace("\":", "\": ").replace(",\"", ", \"") : line);
    }
    input = lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Random random) {
    return """
    {"type":"RECORD","record":{"stream":"customers","data":{"id":%d,"name":"Customer Number %d",\
    "email":"user%d@example.com","created_at":"2024-05-0%dT12:34:56Z","amount":%d.25,"active":true,\
    "address":{"street":"Long Street %d","city":"Amsterdam","zip":null},"tags":["a","bb","ccc"],\
    "note":%s},"emitted_at":1700000000000}}
    """
        .formatted(
            random.nextInt(1_000_000),
            random.nextInt(10_000),
            random.nextInt(100_000),
            1 + random.nextInt(9),
            random.nextInt(1_000),
            random.nextInt(300),
            random.nextInt(3) == 0 ? "null" : "\"The quick brown fox jumps over the lazy dog\"");
  }

  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public long read() {
    MessageReader reader =
        new MessageReader(new ByteArrayInputStream(input), Limits.DEFAULT, Clock.systemUTC());
    long rows = 0;
    for (Message next = reader.next(); next != null; next = reader.next()) {
      rows += next instanceof Message.Rows batch ? batch.rows().rows() : 0;
    }
    return rows;
  }
}
