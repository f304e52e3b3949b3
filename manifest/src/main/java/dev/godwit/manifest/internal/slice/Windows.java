package dev.godwit.manifest.internal.slice;

import static dev.godwit.manifest.internal.slice.DateRules.before;
import static dev.godwit.manifest.internal.slice.DateRules.earlier;
import static dev.godwit.manifest.internal.slice.DateRules.later;

import dev.godwit.manifest.internal.python.IsoDuration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts ranges of a cursor into slices, as long as the rules say. For one thread.
final class Windows {
  /// The bounds of a slice, as they go into requests.
  record Bounds(String start, String end) {}

  /// Whether what lies behind a range was read already.
  private enum Kind {
    /// It was: the last slice ends one unit earlier.
    GAP,
    /// It was not: the last slice ends with the range.
    TAIL
  }

  private final DateRules rules;
  private final List<Bounds> slices = new ArrayList<>();

  Windows(DateRules rules) {
    this.rules = rules;
  }

  List<Bounds> slices() {
    return slices;
  }

  /// Adds what lies between two ranges that were read.
  void gap(OffsetDateTime from, OffsetDateTime to) {
    cut(from, to, Kind.GAP);
  }

  /// Adds what lies behind all ranges that were read.
  void tail(OffsetDateTime from, OffsetDateTime to) {
    cut(from, to, Kind.TAIL);
  }

  private void cut(OffsetDateTime from, OffsetDateTime to, Kind kind) {
    boolean units = rules.granularity() != null;
    if (before(to, from) || (same(from, to) && !units) || before(to, rules.start())) {
      return;
    }
    // Clamped first: a step shorter than the clamped unit would leave nothing of the first window.
    OffsetDateTime lower = rules.clamping().forwards(later(from, rules.start()));
    boolean single = kind == Kind.TAIL && !rules.strict();
    if (before(to, lower) || (same(lower, to) && !single)) {
      return;
    }
    if (!isWhole() && before(stepped(lower), to)) {
      cutByStep(lower, to, kind);
    } else {
      boolean whole = units && kind == Kind.TAIL;
      add(lower, whole ? to : rules.clamping().forwards(to), kind == Kind.TAIL);
    }
  }

  private void cutByStep(OffsetDateTime from, OffsetDateTime to, Kind kind) {
    OffsetDateTime lower = from;
    boolean reached = false;
    while (!reached) {
      OffsetDateTime upper = earlier(stepped(lower), to);
      OffsetDateTime clampedUpper = same(upper, to) ? upper : rules.clamping().forwards(upper);
      reached = !before(upper, to) || same(clampedUpper, to);
      OffsetDateTime clampedLower = rules.clamping().forwards(lower);
      if (!before(clampedLower, clampedUpper)) {
        return;
      }
      add(clampedLower, clampedUpper, reached && kind == Kind.TAIL);
      lower = clampedUpper;
    }
  }

  /// A step of nothing means a single slice, whatever its length.
  private boolean isWhole() {
    IsoDuration step = rules.step();
    return step != null && step.isNothing();
  }

  /// Without a step a slice ends where the reading ends.
  private OffsetDateTime stepped(OffsetDateTime lower) {
    IsoDuration step = rules.step();
    @Nullable OffsetDateTime upper = step == null ? null : rules.plusOrNull(lower, step);
    return upper == null ? rules.end().get() : upper;
  }

  /// @param includesEnd whether nothing that was read, or will be, begins at `end`
  private void add(OffsetDateTime start, OffsetDateTime end, boolean includesEnd) {
    IsoDuration granularity = rules.granularity();
    OffsetDateTime last = granularity == null || includesEnd ? end : rules.minus(end, granularity);
    slices.add(new Bounds(rules.print(start), rules.print(last)));
  }

  private static boolean same(OffsetDateTime left, OffsetDateTime right) {
    return left.isEqual(right);
  }
}
