package dev.godwit.cli.image;

import dev.godwit.core.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An image as a tarball: a folder in OCI's layout, with the file beside it that Docker looks for.
///
/// @param tag what Docker calls it
record ImageArchive(Blob config, List<Layer> layers, String tag) {
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  /// Writes the tarball.
  ///
  /// @param folder for what is made on the way, which the caller removes
  void write(Path folder, Path out) throws IOException {
    Path file = folder.resolve("manifest");
    Files.writeString(file, JsonWriter.text(manifest()));
    Blob manifest = Blob.of(file);
    Map<String, Blob> blobs = new TreeMap<>();
    blobs.put(manifest.path(), manifest);
    blobs.put(config.path(), config);
    layers.forEach(layer -> blobs.put(layer.blob().path(), layer.blob()));
    try (OutputStream bytes = Files.newOutputStream(out);
        TarWriter tar = new TarWriter(bytes)) {
      tar.add(new TarEntry.Folder("blobs"));
      tar.add(new TarEntry.Folder("blobs/sha256"));
      for (Map.Entry<String, Blob> blob : blobs.entrySet()) {
        tar.add(new TarEntry.OnDisk(blob.getKey(), blob.getValue().file(), false, 0));
      }
      add(tar, "index.json", index(manifest));
      add(tar, "manifest.json", forDocker());
      add(tar, "oci-layout", Map.of("imageLayoutVersion", "1.0.0"));
    }
  }

  private static void add(TarWriter tar, String name, Object value) throws IOException {
    tar.add(new TarEntry.InMemory(name, ConnectorImage.utf8(JsonWriter.text(value))));
  }

  private Map<String, @Nullable Object> manifest() {
    Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
    manifest.put("schemaVersion", 2L);
    manifest.put("mediaType", MANIFEST);
    manifest.put("config", config.descriptor(CONFIG));
    manifest.put(
        "layers",
        layers.stream().map(layer -> layer.blob().descriptor(layer.mediaType())).toList());
    return manifest;
  }

  private Map<String, @Nullable Object> index(Blob manifest) {
    Map<String, @Nullable Object> entry = manifest.descriptor(MANIFEST);
    entry.put(
        "annotations",
        Map.of("org.opencontainers.image.ref.name", tag.substring(tag.indexOf(':') + 1)));
    Map<String, @Nullable Object> index = new LinkedHashMap<>();
    index.put("schemaVersion", 2L);
    index.put("mediaType", INDEX);
    index.put("manifests", List.of(entry));
    return index;
  }

  private List<@Nullable Object> forDocker() {
    Map<String, @Nullable Object> image = new LinkedHashMap<>();
    image.put("Config", config.path());
    image.put("RepoTags", List.of(tag));
    image.put("Layers", layers.stream().map(layer -> layer.blob().path()).toList());
    List<@Nullable Object> images = new ArrayList<>();
    images.add(image);
    return images;
  }
}
