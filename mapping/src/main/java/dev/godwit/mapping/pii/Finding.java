package dev.godwit.mapping.pii;

import dev.godwit.mapping.rule.FieldPath;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Personal data that a field seems to hold. It shows none of it.
///
/// @param label what exactly, for people: `Polish PESEL`
/// @param values those of the sample that are not null and not empty
/// @param matches how many of them look like it
/// @param confidence from 0 to 1; less than {@link #LIKELY} where only the name of the field says
///   so
/// @param inText what stands in sentences; empty unless it is FREE_TEXT
public record Finding(
    FieldPath field,
    PiiClass pii,
    String label,
    long values,
    long matches,
    double confidence,
    Set<PiiClass> inText) {
  /// From here on, values speak for it.
  public static final double LIKELY = 0.5;

  private static final double HIGH = 0.8;

  public Finding {
    inText = inText.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(inText));
  }

  /// `high`, `medium`, or `low` where there was no value to look at.
  public String level() {
    return confidence >= HIGH ? "high" : confidence >= LIKELY ? "medium" : "low";
  }
}
