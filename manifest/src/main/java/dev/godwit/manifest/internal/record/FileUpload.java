package dev.godwit.manifest.internal.record;

import dev.godwit.core.RowFile;
import dev.godwit.core.Slice;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.request.Requester;
import dev.godwit.manifest.internal.scope.RowView;
import dev.godwit.manifest.internal.scope.SliceView;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Fetches the file that belongs to a row into a folder. Thread-safe.
final class FileUpload {
  private final Extraction target;
  private final Requester requester;
  private final @Nullable InterpolatedString name;
  private final Path folder;
  private final Scope config;

  /// @param target finds the file's address in a row
  /// @param name of the file below the stream's folder; null for a random one
  /// @param folder that the files of all streams lie in
  FileUpload(
      Extraction target,
      Requester requester,
      @Nullable InterpolatedString name,
      Path folder,
      Scope config) {
    this.target = target;
    this.requester = requester.streaming();
    this.name = name;
    this.folder = folder.toAbsolutePath().normalize();
    this.config = config;
  }

  /// Fetches the file of a row.
  ///
  /// @throws GodwitException SYSTEM `file.no-target` when the row has no address, `file.outside`
  ///   when the name leads out of the folder, `file.unwritable` when it cannot be written
  RowFile fetch(Map<String, @Nullable Object> row, Occasion occasion) throws InterruptedException {
    String stream = occasion.slice().stream().name();
    Slice slice =
        new Slice(
            occasion.slice().stream(),
            0,
            Map.of(),
            Map.of(),
            Map.of("download_target", address(row, occasion)));
    Path path = path(stream, row);
    try (Response response =
            requester
                .send(SliceView.bind(config, slice), null, new Draft(), occasion.meter(), null)
                .response();
        InputStream content = response.stream()) {
      Files.createDirectories(path.getParent());
      long bytes = Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
      return new RowFile(path.toString(), folder.relativize(path).toString(), bytes);
    } catch (IOException e) {
      throw GodwitException.system("file.unwritable", "The file of a row cannot be stored.")
          .hint("Check space and permissions of " + folder + ".")
          .causedBy(e);
    }
  }

  private String address(Map<String, @Nullable Object> row, Occasion occasion)
      throws InterruptedException {
    FoundRows found = target.rows(new Body(JsonWriter.bytes(row)), occasion);
    if (found.advance() && found.row() instanceof String address) {
      return address;
    }
    throw GodwitException.system("file.no-target", "A row does not tell the address of its file.")
        .hint("Check download_target_extractor: it must lead to a text.");
  }

  private Path path(String stream, Map<String, @Nullable Object> row) {
    String given =
        name == null
            ? UUID.randomUUID().toString()
            : Repr.str(name.eval(config.with("record", new RowView(row, stream))));
    Path path = folder.resolve(stream).resolve(given.replaceFirst("^/+", "")).normalize();
    if (!path.startsWith(folder) || path.equals(folder)) {
      throw GodwitException.system("file.outside", "The name of a row's file leads elsewhere.")
          .hint("Check filename_extractor: names must not go up with '..'.");
    }
    return path;
  }
}
