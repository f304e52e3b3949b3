package dev.godwit.mapping.pii;

import java.util.function.Function;

/// Recognises one kind of personal data in single values.
///
/// @param pii what it finds
/// @param label what exactly, for people
/// @param trust how sure a value that matches with certainty is what it looks like, from 0 to 1
/// @param test is given a text without white space around it, which is never empty
record Detector(PiiClass pii, String label, double trust, Function<String, Match> test) {
  /// Above it, a single value is enough.
  static final double UNMISTAKABLE = 0.97;

  Detector(PiiClass pii, double trust, Function<String, Match> test) {
    this(pii, pii.words(), trust, test);
  }

  boolean isUnmistakable() {
    return trust >= UNMISTAKABLE;
  }
}
