package dev.godwit.session.form;

import dev.godwit.core.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/// A digest over rows as lines.
public final class RowDigest {
  private final MessageDigest digest = Sha256.digest();

  public void add(String row) {
    digest.update(row.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  public String text() {
    return Sha256.text(digest);
  }

  static String of(List<String> rows) {
    RowDigest digest = new RowDigest();
    rows.forEach(digest::add);
    return digest.text();
  }
}
