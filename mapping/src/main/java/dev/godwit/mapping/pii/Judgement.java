package dev.godwit.mapping.pii;

import dev.godwit.mapping.rule.FieldPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Weighs what values look like against what their field is called.
final class Judgement {
  /// What a name says by itself, as far as values do not contradict it.
  private static final double STRONG_NAME = 0.7;

  private static final double WEAK_NAME = 0.4;
  private static final double ONLY_NAME = 0.3;

  /// Of an unmistakable kind, one value is as good as half.
  private static final double ONE_IS_ENOUGH = 0.5;

  /// Lists of first names know about half of all people.
  private static final double KNOWN_NAMES = 0.5;

  private static final long DIFFERENT_NAMES = 3;
  private static final double DOUBT = 10;
  private static final double LEAST_SHARE = 0.2;
  private static final double LEAST_SHARE_OF_NAMES = 0.3;

  private final FieldPath field;
  private final List<String> names;
  private final FieldProfile profile;

  /// @param names from the stream to the field
  Judgement(FieldPath field, List<String> names, FieldProfile profile) {
    this.field = field;
    this.names = names;
    this.profile = profile;
  }

  /// The most likely kind of personal data, if there is a likely one.
  Optional<Finding> finding() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < Detectors.ALL.size(); i++) {
      findings.add(finding(i));
    }
    findings.add(text());
    return findings.stream()
        .filter(this::counts)
        .max(
            Comparator.comparingDouble(Finding::confidence)
                .thenComparing(finding -> finding.pii(), Comparator.reverseOrder()));
  }

  private boolean counts(Finding finding) {
    return profile.values() == 0
        ? finding.confidence() > 0
        : finding.confidence() >= Finding.LIKELY;
  }

  private Finding finding(int index) {
    Detector detector = Detectors.ALL.get(index);
    Evidence evidence = FieldNames.of(detector.pii(), names);
    long matches =
        profile.certain(index) + (evidence == Evidence.STRONG ? profile.plausible(index) : 0);
    double confidence =
        profile.values() == 0 ? withoutValues(evidence) : confidence(index, evidence, matches);
    return new Finding(
        field,
        detector.pii(),
        detector.label(),
        profile.values(),
        matches,
        rounded(confidence),
        Set.of());
  }

  private static double withoutValues(Evidence evidence) {
    return evidence == Evidence.STRONG ? ONLY_NAME : 0;
  }

  private double confidence(int index, Evidence evidence, long matches) {
    Detector detector = Detectors.ALL.get(index);
    boolean named = evidence == Evidence.STRONG;
    double share =
        detector.pii() == PiiClass.PERSON_NAME && !named
            ? shareOfNames(index)
            : (double) matches / profile.values();
    boolean enough = detector.isUnmistakable() || share >= LEAST_SHARE;
    if (matches == 0 || !enough || (evidence == Evidence.AGAINST && !detector.isUnmistakable())) {
      return 0;
    }
    double name = byName(evidence) * Math.min(1, 2 * share);
    return 1 - (1 - byValues(detector, share, matches)) * (1 - name);
  }

  private static double byName(Evidence evidence) {
    return switch (evidence) {
      case STRONG -> STRONG_NAME;
      case WEAK -> WEAK_NAME;
      case NONE, AGAINST -> 0;
    };
  }

  /// How many of all people's names the list of first names would know. Other things are called
  /// after people too, but few of their kind.
  private double shareOfNames(int index) {
    double share = (double) profile.certainAndDifferent(index) / profile.different();
    boolean people = share >= LEAST_SHARE_OF_NAMES && profile.different() >= DIFFERENT_NAMES;
    return people ? Math.min(1, share / KNOWN_NAMES) : 0;
  }

  private static double byValues(Detector detector, double share, long matches) {
    if (detector.isUnmistakable()) {
      return detector.trust() * (ONE_IS_ENOUGH + (1 - ONE_IS_ENOUGH) * share);
    }
    double doubt = DOUBT * (1 - detector.trust());
    return detector.trust() * share * matches / (matches + doubt);
  }

  private Finding text() {
    double share = profile.values() == 0 ? 0 : (double) profile.texts() / profile.values();
    double confidence = profile.texts() == 0 ? 0 : ONE_IS_ENOUGH + (1 - ONE_IS_ENOUGH) * share;
    return new Finding(
        field,
        PiiClass.FREE_TEXT,
        PiiClass.FREE_TEXT.words(),
        profile.values(),
        profile.texts(),
        rounded(confidence),
        profile.inText());
  }

  private static double rounded(double confidence) {
    return Math.round(100 * confidence) / 100.0;
  }
}
