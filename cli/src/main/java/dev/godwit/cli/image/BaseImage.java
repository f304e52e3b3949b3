package dev.godwit.cli.image;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The image that another one is built on.
///
/// @param config its configuration, in the form of OCI
record BaseImage(Map<String, @Nullable Object> config, List<Layer> layers) {
  private static final String PLAIN = "application/vnd.oci.image.layer.v1.tar";

  /// Reads an image's tarball: an archive of OCI's layout, or what `docker save` writes.
  ///
  /// @param folder for its parts, which the caller removes
  /// @throws GodwitException CONFIG `image.bad-base` when it is none
  static BaseImage read(Path tarball, Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(tarball)) {
      Map<String, Path> files = TarReader.unpack(in, folder);
      return files.containsKey("index.json")
          ? ofLayout(files, object(files, "index.json"))
          : ofDocker(files);
    } catch (IOException e) {
      throw bad(String.valueOf(e.getMessage())).causedBy(e);
    }
  }

  /// An index may name an index.
  private static BaseImage ofLayout(Map<String, Path> files, Map<String, @Nullable Object> index)
      throws IOException {
    for (Object entry : list(index.get("manifests"))) {
      Map<String, @Nullable Object> found = object(files, path(entry));
      return found.containsKey("manifests") ? ofLayout(files, found) : ofManifest(files, found);
    }
    throw bad("its index names no image");
  }

  private static BaseImage ofManifest(
      Map<String, Path> files, Map<String, @Nullable Object> manifest) throws IOException {
    List<Path> layers = new ArrayList<>();
    for (Object layer : list(manifest.get("layers"))) {
      layers.add(file(files, path(layer)));
    }
    return of(object(files, path(manifest.get("config"))), layers);
  }

  private static BaseImage ofDocker(Map<String, Path> files) throws IOException {
    Object manifests = JsonParser.STRICT.parse(Files.readAllBytes(file(files, "manifest.json")));
    for (Object entry : list(manifests)) {
      Map<String, @Nullable Object> manifest = object(entry);
      List<Path> layers = new ArrayList<>();
      for (Object layer : list(manifest.get("Layers"))) {
        layers.add(file(files, String.valueOf(layer)));
      }
      return of(object(files, String.valueOf(manifest.get("Config"))), layers);
    }
    throw bad("its manifest names no image");
  }

  private static BaseImage of(Map<String, @Nullable Object> config, List<Path> files)
      throws IOException {
    List<?> diffs = list(object(config.get("rootfs")).get("diff_ids"));
    if (diffs.size() != files.size()) {
      throw bad("its layers are not those of its configuration");
    }
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String diff = String.valueOf(diffs.get(i)).replaceFirst("^sha256:", "");
      Blob blob = Blob.of(files.get(i));
      layers.add(new Layer(blob, blob.digest().equals(diff) ? PLAIN : Layer.COMPRESSED, diff));
    }
    return new BaseImage(config, layers);
  }

  private static String path(@Nullable Object descriptor) {
    String digest = String.valueOf(object(descriptor).get("digest"));
    return "blobs/" + digest.replace(':', '/');
  }

  private static Path file(Map<String, Path> files, String name) {
    Path file = files.get(name);
    if (file == null) {
      throw bad("it lacks " + name);
    }
    return file;
  }

  private static Map<String, @Nullable Object> object(Map<String, Path> files, String name)
      throws IOException {
    return object(JsonParser.STRICT.parse(Files.readAllBytes(file(files, name))));
  }

  /// A value as object; empty when it is something else.
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, field) -> object.put(String.valueOf(key), field));
    }
    return object;
  }

  static List<? extends @Nullable Object> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static GodwitException bad(String why) {
    return GodwitException.config("image.bad-base", "The base is no image: " + why + ".")
        .hint(
            "Give the tarball of one image, as docker save or an archive of OCI's layout has it.");
  }
}
