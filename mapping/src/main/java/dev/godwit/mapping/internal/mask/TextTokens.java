package dev.godwit.mapping.internal.mask;

/// Tokens of texts: letters and digits change within their alphabet, all else stays where it is.
final class TextTokens {
  private final Permutation permutation;

  TextTokens(Permutation permutation) {
    this.permutation = permutation;
  }

  String of(String text) {
    int[] points = text.codePoints().toArray();
    int[] places = new int[points.length];
    int count = 0;
    for (int i = 0; i < points.length; i++) {
      if (Alphabet.of(points[i]) != null) {
        places[count++] = i;
      }
    }
    int[] digits = new int[count];
    int[] bases = new int[count];
    for (int i = 0; i < count; i++) {
      Alphabet alphabet = Alphabet.of(points[places[i]]);
      if (alphabet != null) {
        digits[i] = points[places[i]] - alphabet.first();
        bases[i] = alphabet.size();
      }
    }
    permutation.apply(digits, bases);
    for (int i = 0; i < count; i++) {
      Alphabet alphabet = Alphabet.of(points[places[i]]);
      points[places[i]] = digits[i] + (alphabet == null ? 0 : alphabet.first());
    }
    return new String(points, 0, points.length);
  }
}
