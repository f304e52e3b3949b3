package dev.godwit.manifest.internal.decode;

import dev.godwit.manifest.internal.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A ZIP archive, member after member. Its table of contents stands at its end, so it goes through
/// a temporary file.
record ZipArchive(Content member) implements Decoder {
  @Override
  public Bodies open(Response response) {
    try {
      Path file = Files.createTempFile("godwit", ".zip");
      try {
        try (InputStream bytes = response.stream()) {
          Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Members(member, new ZipFile(file.toFile()), file);
      } catch (IOException e) {
        Files.delete(file);
        throw e;
      }
    } catch (IOException e) {
      throw Undecodable.because(e);
    }
  }

  @Override
  public boolean streams() {
    return false;
  }

  @Override
  public boolean wantsOpenBody() {
    return true;
  }

  private static final class Members implements Bodies {
    private final Content member;
    private final ZipFile archive;
    private final Path file;
    private final Iterator<? extends ZipEntry> entries;
    private @Nullable Bodies current;

    Members(Content member, ZipFile archive, Path file) {
      this.member = member;
      this.archive = archive;
      this.file = file;
      this.entries = archive.entries().asIterator();
    }

    @Override
    public @Nullable Body next() {
      while (true) {
        Body next = current == null ? null : current.next();
        if (next != null) {
          return next;
        }
        closeCurrent();
        if (!entries.hasNext()) {
          return null;
        }
        current = open(entries.next());
      }
    }

    private Bodies open(ZipEntry entry) {
      try {
        return member.open(archive.getInputStream(entry));
      } catch (IOException e) {
        throw Undecodable.because(e);
      }
    }

    private void closeCurrent() {
      if (current != null) {
        current.close();
        current = null;
      }
    }

    @Override
    public void close() {
      try {
        closeCurrent();
        archive.close();
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw Undecodable.because(e);
      }
    }
  }
}
