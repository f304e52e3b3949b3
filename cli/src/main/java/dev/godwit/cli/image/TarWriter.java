package dev.godwit.cli.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

/// Writes a tarball in the form of POSIX. The same entries make the same bytes: they belong to
/// root, and times are those that are given.
final class TarWriter implements AutoCloseable {
  static final int BLOCK = 512;

  private static final int NAME = 100;
  private static final int PREFIX = 155;

  private final OutputStream out;

  TarWriter(OutputStream out) {
    this.out = out;
  }

  void add(TarEntry entry) throws IOException {
    switch (entry) {
      case TarEntry.Folder folder -> out.write(header(folder.name() + "/", '5', 0, 0755, 0, ""));
      case TarEntry.Link link -> out.write(header(link.name(), '2', 0, 0777, 0, link.target()));
      case TarEntry.InMemory file -> {
        out.write(header(file.name(), '0', file.content().length, 0644, 0, ""));
        out.write(file.content());
        pad(file.content().length);
      }
      case TarEntry.OnDisk file -> {
        long size = Files.size(file.content());
        int mode = file.executable() ? 0755 : 0644;
        out.write(header(file.name(), '0', size, mode, file.seconds(), ""));
        if (Files.copy(file.content(), out) != size) {
          throw new IOException(file.content() + " was changed while it was read");
        }
        pad(size);
      }
    }
  }

  private void pad(long size) throws IOException {
    out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
  }

  private static byte[] header(
      String name, char type, long size, int mode, long seconds, String target) throws IOException {
    byte[] header = new byte[BLOCK];
    int cut = 0;
    if (name.length() > NAME) {
      cut = name.indexOf('/', name.length() - NAME - 1);
      if (cut < 0 || cut > PREFIX) {
        throw new IOException("the name is too long for a tarball: " + name);
      }
      text(header, 345, name.substring(0, cut));
      cut++;
    }
    text(header, 0, name.substring(cut));
    octal(header, 100, 8, mode);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, size);
    octal(header, 136, 12, seconds);
    header[156] = (byte) type;
    text(header, 157, target);
    text(header, 257, "ustar\00000");
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte value : header) {
      sum += value & 0xFF;
    }
    octal(header, 148, 7, sum);
    return header;
  }

  private static void text(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static void octal(byte[] header, int at, int length, long value) {
    String digits = Long.toOctalString(value);
    text(header, at, "0".repeat(length - 1 - digits.length()) + digits);
    header[at + length - 1] = 0;
  }

  /// Writes the end; the output stays open.
  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.flush();
  }
}
