package dev.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.godwit.core.error.GodwitException;
import dev.godwit.row.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After a reading nothing of it is left: no thread, no open file, no connection.
class LeftBehindTest {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private static final Pattern SERVER_OR_JVM =
      Pattern.compile(
          "pool-|HTTP-|ForkJoinPool|VirtualThread|process reaper|surefire|.*(Poller|Unblocker)");

  @TempDir private Path folder;

  @Test
  void nothingIsLeftOfAReading() throws Exception {
    everything("first");
    Set<String> threads = threads();
    Set<String> virtualThreads = virtualThreads();
    Set<String> files = files();
    long sockets = sockets();

    everything("second");

    assertThat(threads()).isSubsetOf(threads);
    assertThat(virtualThreads()).isSubsetOf(virtualThreads);
    assertThat(files()).isSubsetOf(files);
    assertThat(sockets()).isLessThanOrEqualTo(sockets);
  }

  /// Platform threads of Godwit and of what it uses; those of the server and the JVM apart.
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !SERVER_OR_JVM.matcher(name).lookingAt())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> virtualThreads() throws IOException {
    Path dump = folder.resolve("threads-" + System.nanoTime() + ".json");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
    return Pattern.compile("\"name\": \"((?:rows of|stream|slice|godwit|postgres)[^\"]*)\"")
        .matcher(Files.readString(dump))
        .results()
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> files() throws IOException {
    return open().stream()
        .filter(target -> target.startsWith("/") && !target.startsWith("/proc"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long sockets() throws IOException {
    return open().stream().filter(target -> target.startsWith("socket:")).count();
  }

  private static List<String> open() throws IOException {
    assumeTrue(Files.isDirectory(DESCRIPTORS));
    try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
      return descriptors.map(LeftBehindTest::target).toList();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Readings that end well, early, badly and by cancellation.
  private void everything(String name) throws Exception {
    try (ShopApi api = new ShopApi()) {
      everything(api, name);
    }
  }

  private void everything(ShopApi api, String name) throws Exception {
    SourceBuilder source = api.source(folder);
    Path file = folder.resolve(name + ".duckdb");
    source.into(file).read().stream("orders").forEach(row -> assertThat(row.has("id")).isTrue());
    try (Rows rows = Godwit.cache(file).query("from range(100000)")) {
      assertThat(rows.iterator().hasNext()).isTrue();
    }
    try (Rows rows = Godwit.cache(file).stream("orders").rows()) {
      assertThat(rows.iterator().hasNext()).isTrue();
    }
    try (Rows rows = source.stream("visits")) {
      assertThat(rows.iterator().hasNext()).isTrue();
    }
    assertThatThrownBy(() -> source.config("api_token", "wrong").select("orders").into(file).read())
        .isInstanceOf(GodwitException.class);
    try (Reading reading = source.select("orders").into(file).start()) {
      reading.cancel();
    }
  }
}
