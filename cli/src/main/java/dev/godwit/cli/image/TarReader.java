package dev.godwit.cli.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Takes the files out of a tarball of an image. They get names of our own on disk, so that no name
/// in the tarball can lead anywhere else.
final class TarReader {
  private TarReader() {}

  /// Takes all files out.
  ///
  /// @param folder where the files go
  /// @return the files by their names in the tarball
  static Map<String, Path> unpack(InputStream in, Path folder) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    String longName = "";
    for (byte[] header = in.readNBytes(TarWriter.BLOCK);
        header.length == TarWriter.BLOCK && header[0] != 0;
        header = in.readNBytes(TarWriter.BLOCK)) {
      long size = size(header);
      switch (header[156]) {
        case 'L' -> longName = text(in.readNBytes((int) size), 0, (int) size);
        case '0', 0 -> {
          Path file = folder.resolve("file" + files.size());
          copy(in, size, file);
          String name = longName.isEmpty() ? name(header) : longName;
          files.put(name.replaceFirst("^\\./", ""), file);
          longName = "";
        }
        default -> in.skipNBytes(size);
      }
      in.skipNBytes((TarWriter.BLOCK - size % TarWriter.BLOCK) % TarWriter.BLOCK);
    }
    return files;
  }

  private static void copy(InputStream in, long size, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (long left = size; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new IOException("the tarball ends too early");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  private static String name(byte[] header) {
    String prefix = text(header, 345, 155);
    String name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /// Sizes that octal digits have no room for are binary, as GNU has it.
  private static long size(byte[] header) throws IOException {
    if ((header[124] & 0x80) != 0) {
      long size = 0;
      for (int at = 128; at < 136; at++) {
        size = (size << 8) | (header[at] & 0xFF);
      }
      return size;
    }
    try {
      return Long.parseLong("0" + text(header, 124, 12).strip(), 8);
    } catch (NumberFormatException e) {
      throw new IOException("it is no tarball", e);
    }
  }

  private static String text(byte[] bytes, int at, int most) {
    int end = at;
    while (end < Math.min(bytes.length, at + most) && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }
}
