package dev.godwit.cli.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorImageTest {
  @TempDir private Path folder;

  private Path base;
  private Program program;

  @BeforeEach
  void prepare() throws IOException {
    base = docker("base.tar");
    Path home = Files.createDirectories(folder.resolve("home/lib")).getParent();
    Files.writeString(home.resolve("lib/godwit-cli.jar"), "jar");
    Path launcher = Files.writeString(home.resolve("godwit"), "#!/bin/sh\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path java = Files.createDirectories(folder.resolve("java/bin")).getParent();
    Files.writeString(java.resolve("bin/java"), "java");
    Files.createDirectories(java.resolve("jmods"));
    program = new Program(launcher, home, java);
  }

  /// An image with one layer, as `docker save` writes it.
  private Path docker(String name) throws IOException {
    Layer layer =
        Layer.of(
            List.of(new TarEntry.InMemory("etc/motd", "hello".getBytes(StandardCharsets.UTF_8))),
            folder.resolve(name + ".layer"));
    String config =
        JsonWriter.text(
            Map.of(
                "architecture",
                Program.processor(),
                "os",
                "linux",
                "config",
                Map.of("Env", List.of("PATH=/bin"), "Cmd", List.of("sh")),
                "rootfs",
                Map.of("type", "layers", "diff_ids", List.of("sha256:" + layer.diffId()))));
    Path tarball = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(tarball);
        TarWriter tar = new TarWriter(out)) {
      tar.add(new TarEntry.InMemory("c.json", config.getBytes(StandardCharsets.UTF_8)));
      tar.add(new TarEntry.OnDisk("l/layer.tar", layer.blob().file(), false, 0));
      tar.add(
          new TarEntry.InMemory(
              "manifest.json",
              "[{\"Config\":\"c.json\",\"RepoTags\":[],\"Layers\":[\"l/layer.tar\"]}]"
                  .getBytes(StandardCharsets.UTF_8)));
    }
    return tarball;
  }

  private Path build(String name, Path on) {
    Path out = folder.resolve(name);
    new ConnectorImage("destination-duckdb", null, "1.2.3").write(program, on, out);
    return out;
  }

  private Map<String, Path> unpacked(Path tarball) throws IOException {
    try (InputStream in = Files.newInputStream(tarball)) {
      return TarReader.unpack(in, Files.createTempDirectory(folder, "unpacked"));
    }
  }

  private static Map<?, ?> json(Map<String, Path> files, String name) throws IOException {
    return (Map<?, ?>) JsonParser.STRICT.parse(Files.readAllBytes(files.get(name)));
  }

  private static String blob(Object descriptor) {
    return "blobs/" + ((Map<?, ?>) descriptor).get("digest").toString().replace(':', '/');
  }

  @Test
  void theTarballIsAnImageOfOci() throws IOException {
    Map<String, Path> files = unpacked(build("out.tar", base));

    Map<?, ?> manifest =
        json(files, blob(((List<?>) json(files, "index.json").get("manifests")).getFirst()));
    Map<?, ?> config = json(files, blob(manifest.get("config")));

    assertThat((Map<?, ?>) config.get("config"))
        .extracting("Entrypoint", "Env", "Labels")
        .containsExactly(
            List.of("/opt/godwit/godwit", "connector", "destination-duckdb"),
            List.of(
                "PATH=/bin", "AIRBYTE_ENTRYPOINT=/opt/godwit/godwit connector destination-duckdb"),
            Map.of("io.airbyte.name", "airbyte/destination-duckdb", "io.airbyte.version", "1.2.3"));
    assertThat(((Map<?, ?>) config.get("config")).get("Cmd")).isNull();
    assertThat((List<?>) manifest.get("layers")).hasSize(3);
    assertThat((List<?>) ((Map<?, ?>) config.get("rootfs")).get("diff_ids")).hasSize(3);
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (file.getKey().startsWith("blobs/sha256/")) {
        assertThat(Blob.of(file.getValue()).path()).isEqualTo(file.getKey());
      }
    }
  }

  @Test
  void dockerFindsItsOwnManifest() throws IOException {
    Map<String, Path> files = unpacked(build("out.tar", base));

    Object image =
        ((List<?>) JsonParser.STRICT.parse(Files.readAllBytes(files.get("manifest.json"))))
            .getFirst();

    assertThat((Map<?, ?>) image)
        .extracting("RepoTags")
        .isEqualTo(List.of("airbyte/destination-duckdb:1.2.3"));
    assertThat(files).containsKey(((Map<?, ?>) image).get("Config").toString());
    assertThat((List<?>) ((Map<?, ?>) image).get("Layers"))
        .hasSize(3)
        .allSatisfy(layer -> assertThat(files).containsKey(layer.toString()));
  }

  @Test
  void theProgramLiesInOneFolder() throws IOException {
    Map<String, Path> files = unpacked(build("out.tar", base));
    Map<?, ?> manifest =
        json(files, blob(((List<?>) json(files, "index.json").get("manifests")).getFirst()));
    Path layer = files.get(blob(((List<?>) manifest.get("layers")).get(1)));

    try (InputStream in = new GZIPInputStream(Files.newInputStream(layer))) {
      assertThat(TarReader.unpack(in, Files.createTempDirectory(folder, "layer")))
          .containsOnlyKeys(
              "opt/godwit/godwit", "opt/godwit/lib/godwit-cli.jar", "opt/godwit/runtime/bin/java");
    }
  }

  @Test
  void theSameGivesTheSameBytes() {
    assertThat(build("one.tar", base)).hasSameBinaryContentAs(build("two.tar", base));
  }

  @Test
  void anImageMayBeTheBaseOfAnother() throws IOException {
    Map<String, Path> files = unpacked(build("two.tar", build("one.tar", base)));

    Map<?, ?> manifest =
        json(files, blob(((List<?>) json(files, "index.json").get("manifests")).getFirst()));

    assertThat((List<?>) manifest.get("layers")).hasSize(5);
  }

  @Test
  void whatIsNoImageIsNoBase() throws IOException {
    Path text = Files.writeString(folder.resolve("no.tar"), "x".repeat(2000));
    Path empty = folder.resolve("empty.tar");
    try (OutputStream out = Files.newOutputStream(empty);
        TarWriter tar = new TarWriter(out)) {
      tar.add(new TarEntry.InMemory("a", new byte[0]));
    }

    for (Path wrong : List.of(text, empty)) {
      assertThatThrownBy(() -> build("out.tar", wrong))
          .isInstanceOfSatisfying(
              GodwitException.class, error -> assertThat(error.code()).isEqualTo("image.bad-base"));
    }
  }

  @Test
  void namesOfATarballLeadNowhereElse() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarWriter tar = new TarWriter(bytes)) {
      tar.add(new TarEntry.InMemory("../../evil", new byte[] {1}));
    }
    Path inside = Files.createDirectory(folder.resolve("inside"));

    Map<String, Path> files =
        TarReader.unpack(new ByteArrayInputStream(bytes.toByteArray()), inside);

    assertThat(files.get("../../evil").getParent()).isEqualTo(inside);
  }

  @Test
  void longNamesArePartedAtAFolder() throws IOException {
    String name = "a".repeat(60) + "/" + "b".repeat(90);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarWriter tar = new TarWriter(bytes)) {
      tar.add(new TarEntry.InMemory(name, new byte[] {1, 2, 3}));
    }

    assertThat(TarReader.unpack(new ByteArrayInputStream(bytes.toByteArray()), folder))
        .containsOnlyKeys(name);
  }

  /// The tool of another project reads all layers and compares all digests.
  @Test
  void craneFindsNothingWrong() throws Exception {
    Path crane = Crane.fetch();
    assumeTrue(crane != null, "crane can't be had: Go or its module is missing");

    Process process =
        new ProcessBuilder(
                crane.toString(), "validate", "--tarball", build("out.tar", base).toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("PASS");
  }
}
