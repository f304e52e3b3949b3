package dev.godwit.cli.image;

import dev.godwit.connector.NamedConnectors;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A container image that is one connector.
///
/// @param name what it is called: `source-shop`, `destination-duckdb`
/// @param manifest of a source; null for a destination
/// @param version of Godwit
public record ConnectorImage(String name, @Nullable Path manifest, String version) {
  private static final String MANIFEST = "opt/godwit/connector.yaml";

  /// The image of a connector.
  ///
  /// @param connector a destination, or the file of a manifest
  /// @param folder what the file is relative to
  /// @throws GodwitException CONFIG `connector.unknown` when there is none
  public static ConnectorImage of(String connector, Path folder, String version) {
    if (connector.startsWith(NamedConnectors.DESTINATION)) {
      NamedConnectors.destination(connector);
      return new ConnectorImage(connector, null, version);
    }
    NamedConnectors.source(connector, folder);
    Path file = folder.resolve(connector);
    String plain = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    String name = plain.replaceAll("[^A-Za-z0-9_.-]", "-").toLowerCase(Locale.ROOT);
    return new ConnectorImage(name.startsWith("source-") ? name : "source-" + name, file, version);
  }

  /// What Docker calls it.
  public String tag() {
    return "airbyte/" + name + ":" + version;
  }

  /// Writes the image's tarball: OCI's layout, and what Docker loads. The same Godwit, connector
  /// and base make the same bytes.
  ///
  /// @param base the tarball of the image to build on; it has the C library and a shell
  /// @throws GodwitException CONFIG `image.bad-base`, `image.no-program` or `cli.unwritable`
  public void write(Path base, Path out) {
    write(Program.running(), base, out);
  }

  void write(Program program, Path base, Path out) {
    try {
      Path folder = Files.createTempDirectory("godwit-image-");
      try {
        BaseImage below = BaseImage.read(base, Files.createDirectory(folder.resolve("base")));
        write(program, below, folder, out);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw GodwitException.config("cli.unwritable", "The image cannot be written: " + e)
          .hint(
              "Check that there is room in the folder of the file, and in that for temporary"
                  + " files.")
          .causedBy(e);
    }
  }

  private void write(Program program, BaseImage base, Path folder, Path out) throws IOException {
    List<Layer> layers = new ArrayList<>(base.layers());
    layers.add(Layer.of(program.entries(), folder.resolve("program")));
    layers.add(Layer.of(connector(), folder.resolve("connector")));
    Path config = folder.resolve("config");
    Files.writeString(config, JsonWriter.text(config(base, layers)));
    new ImageArchive(Blob.of(config), layers, tag()).write(folder, out);
  }

  private List<TarEntry> connector() throws IOException {
    List<TarEntry> entries = new ArrayList<>();
    if (manifest != null) {
      entries.add(new TarEntry.InMemory(MANIFEST, Files.readAllBytes(manifest)));
    }
    entries.add(new TarEntry.Link("usr/local/bin/godwit", "/opt/godwit/godwit"));
    return entries;
  }

  private Map<String, @Nullable Object> config(BaseImage base, List<Layer> layers) {
    List<String> entrypoint =
        List.of(
            "/" + Program.PLACE + "/godwit", "connector", manifest == null ? name : "/" + MANIFEST);
    Map<String, @Nullable Object> run = BaseImage.object(base.config().get("config"));
    List<@Nullable Object> variables = new ArrayList<>(BaseImage.list(run.get("Env")));
    variables.add("AIRBYTE_ENTRYPOINT=" + String.join(" ", entrypoint));
    run.put("Env", variables);
    run.put("Entrypoint", entrypoint);
    run.remove("Cmd");
    Map<String, @Nullable Object> labels = BaseImage.object(run.get("Labels"));
    labels.put("io.airbyte.name", "airbyte/" + name);
    labels.put("io.airbyte.version", version);
    run.put("Labels", labels);
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("created", "1970-01-01T00:00:00Z");
    config.put("architecture", Program.processor());
    config.put("os", "linux");
    config.put("config", run);
    Map<String, @Nullable Object> files = new LinkedHashMap<>();
    files.put("type", "layers");
    files.put("diff_ids", layers.stream().map(layer -> "sha256:" + layer.diffId()).toList());
    config.put("rootfs", files);
    return config;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
