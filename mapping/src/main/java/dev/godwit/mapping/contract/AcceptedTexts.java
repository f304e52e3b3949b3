package dev.godwit.mapping.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Texts that a contract accepts. A few of them are compared byte by byte.
final class AcceptedTexts {
  private static final int FEW = 16;

  private final Set<String> texts = new HashSet<>();
  private final List<byte[]> bytes = new ArrayList<>();

  void add(String text) {
    texts.add(text);
    bytes.add(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether a JSON string, quotes included, is one of them.
  boolean contains(byte[] page, int start, int end) {
    if (bytes.size() > FEW || Texts.hasEscape(page, start, end)) {
      return texts.contains(Texts.decode(page, start, end));
    }
    for (byte[] text : bytes) {
      if (Arrays.equals(page, start + 1, end - 1, text, 0, text.length)) {
        return true;
      }
    }
    return false;
  }
}
