package dev.godwit.cli.image;

import dev.godwit.core.file.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// A layer of an image.
///
/// @param diffId digest of the tarball before it was compressed
record Layer(Blob blob, String mediaType, String diffId) {
  static final String COMPRESSED = "application/vnd.oci.image.layer.v1.tar+gzip";

  /// Makes a layer.
  ///
  /// @param file to write it to
  static Layer of(List<TarEntry> entries, Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream zipped = new GZIPOutputStream(out, 1 << 16);
        OutputStream digested = new DigestOutputStream(zipped, digest);
        TarWriter tar = new TarWriter(digested)) {
      for (TarEntry entry : entries) {
        tar.add(entry);
      }
    }
    return new Layer(Blob.of(file), COMPRESSED, Sha256.text(digest));
  }
}
