package dev.godwit.mapping.pii;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the values of one field look like. It keeps counts, no values. For one thread.
final class FieldProfile {
  /// More than so many different values need not be told apart.
  private static final int MANY = 1000;

  private final long[] certain = new long[Detectors.ALL.size()];
  private final long[] certainAndDifferent = new long[Detectors.ALL.size()];
  private final long[] plausible = new long[Detectors.ALL.size()];
  private final Set<PiiClass> inText = EnumSet.noneOf(PiiClass.class);
  private final Set<Integer> different = new HashSet<>();
  private long values;
  private long texts;

  void add(@Nullable Object value) {
    String text = text(value).strip();
    if (text.isEmpty()) {
      return;
    }
    values++;
    boolean isNew = different.size() < MANY && different.add(text.hashCode());
    for (int i = 0; i < certain.length; i++) {
      switch (Detectors.ALL.get(i).test().apply(text)) {
        case CERTAIN -> {
          certain[i]++;
          certainAndDifferent[i] += isNew ? 1 : 0;
        }
        case PLAUSIBLE -> plausible[i]++;
        case NONE -> {}
      }
    }
    if (FreeText.isText(text)) {
      Set<PiiClass> found = FreeText.classes(text);
      texts += found.isEmpty() ? 0 : 1;
      inText.addAll(found);
    }
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number).toPlainString();
      default -> value.toString();
    };
  }

  long values() {
    return values;
  }

  long different() {
    return different.size();
  }

  /// How many values a detector is sure of.
  long certain(int detector) {
    return certain[detector];
  }

  /// Of {@link #different()} values, how many a detector is sure of.
  long certainAndDifferent(int detector) {
    return certainAndDifferent[detector];
  }

  /// How many more values it holds possible.
  long plausible(int detector) {
    return plausible[detector];
  }

  /// How many values are sentences with personal data.
  long texts() {
    return texts;
  }

  /// The kinds of data in those.
  Set<PiiClass> inText() {
    return inText;
  }
}
