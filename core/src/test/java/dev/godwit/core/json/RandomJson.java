package dev.godwit.core.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Makes plain values and mutilated texts at random.
final class RandomJson {
  private static final String ALPHABET = "abc \"\\/{}[]:,\n\t\u0001\u007fé日ü\ud83d\ude00";
  private static final String TOKENS = "{}[]:,\"\\ \n0123456789.eE+-truefalsnu\u0000\u0080\u00ff";

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  /// A value that nests at most `depth` levels.
  @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 9)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextLong();
      case 3 -> (long) random.nextInt(1000);
      case 4 -> number();
      case 5 -> random.nextInt(10_000_000) / 1000.0;
      case 6 -> new BigInteger(64, random).setBit(63);
      case 7, 8 -> text();
      case 9 -> list(depth - 1);
      default -> object(depth - 1);
    };
  }

  Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.put(random.nextInt(4) == 0 ? "data" : text(), value(depth));
    }
    return object;
  }

  List<@Nullable Object> list(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      list.add(value(depth));
    }
    return Collections.unmodifiableList(list);
  }

  /// The text with white space at random between its tokens.
  String spaced(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        List<String> members = new ArrayList<>();
        map.forEach(
            (key, member) -> members.add(spaced(key) + gap() + ":" + gap() + spaced(member)));
        yield gap() + "{" + gap() + String.join(gap() + "," + gap(), members) + "}" + gap();
      }
      case List<?> list -> {
        List<String> members = list.stream().map(this::spaced).toList();
        yield "[" + gap() + String.join("," + gap(), members) + gap() + "]";
      }
      case null, default -> JsonWriter.text(value);
    };
  }

  /// The bytes with up to three of them changed, left out or doubled, and perhaps cut short.
  byte[] mutilated(byte[] json) {
    List<Byte> bytes = new ArrayList<>();
    for (byte b : json) {
      bytes.add(b);
    }
    for (int i = random.nextInt(3); i >= 0 && !bytes.isEmpty(); i--) {
      int at = random.nextInt(bytes.size());
      byte token = (byte) TOKENS.charAt(random.nextInt(TOKENS.length()));
      switch (random.nextInt(4)) {
        case 0 -> bytes.remove(at);
        case 1 -> bytes.add(at, token);
        case 2 -> bytes.set(at, token);
        default -> bytes.subList(at, bytes.size()).clear();
      }
    }
    byte[] result = new byte[bytes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = bytes.get(i);
    }
    return result;
  }

  private String gap() {
    return random.nextBoolean() ? "" : " \n\t\r".substring(random.nextInt(4));
  }

  private double number() {
    double number = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(number) ? number : -0.0;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int[] alphabet = ALPHABET.codePoints().toArray();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }
}
