package dev.godwit.registry.internal.cache;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.file.Sha256;
import dev.godwit.registry.internal.fetch.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/// A file that was downloaded, with a note beside it. Another process may write both at the same
/// time: a file that does not fit its note counts as none.
///
/// @param file where it lies, or would
public record CachedFile(Path file) {
  /// The note, if the file is there and still what arrived.
  public Optional<CacheNote> intact() {
    try {
      return CacheNote.read(Files.readAllBytes(note()))
          .filter(note -> digest().map(note.sha256()::equals).orElse(false));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> digest() {
    try {
      return Optional.of(Sha256.of(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The file's bytes.
  ///
  /// @throws GodwitException CONFIG `registry.cache`
  public byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw CacheFolder.unwritable(file, e);
    }
  }

  /// Takes a download in.
  ///
  /// @throws GodwitException CONFIG `registry.cache`
  public CacheNote keep(Download.Arrived arrived, String url, Instant now) {
    CacheNote note = new CacheNote(url, arrived.sha256(), now, arrived.validators());
    try {
      Files.createDirectories(file.getParent());
      Files.move(arrived.file(), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CacheFolder.unwritable(file, e);
    }
    write(note);
    return note;
  }

  /// Says that the file is still the newest.
  public void confirm(CacheNote note, Instant now) {
    write(new CacheNote(note.url(), note.sha256(), now, note.validators()));
  }

  private void write(CacheNote note) {
    try {
      Path written = Files.createTempFile(file.getParent(), "note", null);
      Files.write(written, note.json());
      Files.move(written, note(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CacheFolder.unwritable(file, e);
    }
  }

  private Path note() {
    return file.resolveSibling(file.getFileName() + ".note");
  }
}
