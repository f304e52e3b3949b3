package dev.godwit.protocol.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.error.ErrorKind;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.protocol.launch.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// With the Python of this machine, and packages that lie in a folder: no index is asked.
@Timeout(300)
class PythonPackageTest {
  private static final String SHOP = "airbyte-source-shop";

  @TempDir Path folder;
  private Path wheels;
  private Scripts scripts;

  @BeforeEach
  void packages() throws IOException {
    assumeTrue(
        new SearchPath(System.getenv()).find("python3").isPresent(), "needs Python 3 on PATH");
    wheels = Files.createDirectory(folder.resolve("wheels"));
    scripts =
        new Scripts(folder)
            .with("PIP_NO_INDEX", "1")
            .with("PIP_FIND_LINKS", wheels.toString())
            .with("UV_OFFLINE", "1")
            .with("UV_FIND_LINKS", wheels.toString())
            .with("UV_CACHE_DIR", folder.resolve("uv").toString());
    shop("1.1.0");
    shop("1.2.0");
  }

  private void shop(String version) throws IOException {
    new Wheel("airbyte_source_shop", version, ">=3.8", "source-shop", "shop-tool").into(wheels);
  }

  private Program prepare(String requirement) {
    return scripts.launcher(scripts.settings()).prepare(new Launch.PythonPackage(requirement));
  }

  private GodwitException refused(String requirement) {
    return catchThrowableOfType(GodwitException.class, () -> prepare(requirement));
  }

  private static String run(Program program) throws Exception {
    Invocation call = new Invocation("check", Map.of("--config", "{}".getBytes(UTF_8)));
    try (Child child = program.start(call)) {
      String said = new String(child.output().readAllBytes(), UTF_8);
      assertThat(child.awaitExit()).as(child.lastLines().toString()).isZero();
      return said;
    }
  }

  private List<Path> environments() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("cache"))) {
      return all.filter(Files::isDirectory).toList();
    }
  }

  private long installations() {
    return scripts.log().all().stream().filter(line -> line.startsWith("INFO Installing")).count();
  }

  @Test
  void aPackageIsResolvedOnceAndThenStaysAsItIsAlsoOffline() throws Exception {
    Program first = prepare(SHOP);
    assertThat(first.version()).isEqualTo("airbyte-source-shop==1.2.0");
    assertThat(first.frozen()).contains("airbyte-source-shop==1.2.0");
    assertThat(run(first)).isEqualTo("1.2.0 check café\n{}\n");

    shop("1.3.0");
    Launcher offline = scripts.launcher(scripts.settings().withOffline(true));
    Launch shop = new Launch.PythonPackage(SHOP);
    assertThat(offline.prepare(shop).version()).isEqualTo(first.version());
    assertThat(installations()).isEqualTo(1);

    assertThat(offline.forget(shop)).isTrue();
    assertThat(offline.forget(shop)).isFalse();
    assertThat(prepare(SHOP).version()).isEqualTo("airbyte-source-shop==1.3.0");

    Launch asOnce = new Launch.PythonPackage(SHOP, "shop-tool", first.frozen());
    Program again = scripts.launcher(scripts.settings()).prepare(asOnce);
    assertThat(again.version()).isEqualTo(first.version());
    assertThat(again.frozen()).contains("airbyte-source-shop==1.2.0");
    assertThat(run(again)).startsWith("1.2.0 check");
  }

  @Test
  void twoAtATimeMakeOneEnvironment() throws Exception {
    List<CompletableFuture<Program>> both =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> prepare(SHOP + "==1.1.0")))
            .limit(2)
            .toList();

    for (CompletableFuture<Program> each : both) {
      assertThat(each.get().version()).isEqualTo("airbyte-source-shop==1.1.0");
    }
    assertThat(installations()).isEqualTo(1);
    assertThat(environments())
        .singleElement()
        .asString()
        .matches(".*/airbyte-source-shop-[0-9a-f]{12}");
  }

  @Test
  void whatIsLeftOfAnInstallationThatWasKilledIsNotUsed() throws Exception {
    prepare(SHOP);
    Path environment = environments().getFirst();
    Files.delete(environment.resolve("godwit.json"));
    Path rubbish = Files.writeString(environment.resolve("venv").resolve("half"), "");

    assertThat(run(prepare(SHOP))).startsWith("1.2.0");
    assertThat(rubbish).doesNotExist();
  }

  @Test
  void aPackageThatDoesNotExistLeavesNothing() throws Exception {
    GodwitException error = refused(SHOP + "==9");

    assertThat(error.code()).isEqualTo("launch.install-failed");
    assertThat(error.kind()).isEqualTo(ErrorKind.CONFIG);
    assertThat(error.message()).contains("airbyte-source-shop==9", "It said last:");
    assertThat(environments()).isEmpty();
  }

  @Test
  void aPackageForAnotherPythonIsToldWithThoseThatWereTried() throws Exception {
    new Wheel("source_future", "1.0", ">=4.7", "source-future").into(wheels);
    Path python = new SearchPath(System.getenv()).find("python3").orElseThrow();
    Launcher launcher = scripts.launcher(scripts.settings().withPython(python.toString()));

    GodwitException error =
        catchThrowableOfType(
            GodwitException.class,
            () -> launcher.prepare(new Launch.PythonPackage("source-future==1.0")));

    assertThat(error.code()).isEqualTo("launch.python-version");
    assertThat(error.message()).contains("source-future==1.0", "3.");
    assertThat(environments()).isEmpty();
  }

  @Test
  void aFileIsInstalledAndRunByItsModuleWhereItHasNoScript() throws Exception {
    Path wheel = new Wheel("source_bare", "0.1", ">=3.8").into(folder);
    Program program = prepare(wheel.toString());

    assertThat(program.version()).isEqualTo("source-bare==0.1");
    assertThat(program.frozen()).contains("source-bare @ file://" + wheel);
    assertThat(run(program)).startsWith("0.1 check");
  }

  @Test
  void aProgramThatThePackageLacksIsToldWithThoseItHas() {
    Launch launch = new Launch.PythonPackage(SHOP, "source-none", List.of());
    GodwitException error =
        catchThrowableOfType(
            GodwitException.class, () -> scripts.launcher(scripts.settings()).prepare(launch));

    assertThat(error.code()).isEqualTo("launch.no-script");
    assertThat(error.hint()).contains("source-shop", "shop-tool");
  }

  @Test
  void nothingIsInstalledOffline() {
    Launcher offline = scripts.launcher(scripts.settings().withOffline(true));
    GodwitException error =
        catchThrowableOfType(
            GodwitException.class, () -> offline.prepare(new Launch.PythonPackage(SHOP)));

    assertThat(error.code()).isEqualTo("launch.offline");
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void aMachineWithoutPythonIsTold() throws Exception {
    Path programs = Files.createDirectory(folder.resolve("bin"));
    scripts.with("PATH", programs.toString());

    GodwitException error = refused(SHOP);
    assertThat(error.code()).isEqualTo("launch.no-python");
    assertThat(error.hint()).contains("python3-venv");
  }

  @Test
  void anInterruptEndsTheInstallationAndLeavesNothing() throws Exception {
    Path programs = Files.createDirectory(folder.resolve("bin"));
    Files.move(scripts.script("uv", "echo begun; exec tail -f /dev/null"), programs.resolve("uv"));
    scripts.with("PATH", programs + ":" + System.getenv("PATH"));
    CountDownLatch begun = new CountDownLatch(1);
    Log log =
        (level, line) -> {
          if (line.equals("uv: begun")) {
            begun.countDown();
          }
        };
    CompletableFuture<GodwitException> error = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .start(() ->
                error.complete(
                    catchThrowableOfType(
                        GodwitException.class,
                        () ->
                            scripts
                                .launcher(scripts.settings(), log)
                                .prepare(new Launch.PythonPackage(SHOP)))));
    begun.await();
    thread.interrupt();

    assertThat(error.get().code()).isEqualTo("launch.cancelled");
    assertThat(environments()).isEmpty();
  }

  @Test
  void uvIsUsedWhereItIs() throws Exception {
    assumeTrue(new SearchPath(System.getenv()).find("uv").isPresent(), "needs uv on PATH");

    assertThat(run(prepare(SHOP))).startsWith("1.2.0 check");
    assertThat(scripts.log().all())
        .anyMatch(line -> line.startsWith("INFO Installing airbyte-source-shop with uv"));
  }
}
