package dev.godwit.manifest.internal.python;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Arithmetic of dates within Python's years 1 to 9999.
final class Dates {
  private Dates() {}

  static LocalDate plusDays(LocalDate date, long days) {
    try {
      LocalDate moved = date.plusDays(days);
      if (moved.getYear() >= 1 && moved.getYear() <= 9999) {
        return moved;
      }
    } catch (DateTimeException | ArithmeticException _) {
      throw TimeDelta.tooLarge();
    }
    throw TimeDelta.tooLarge();
  }

  static TimeDelta between(LocalDate later, LocalDate earlier) {
    return TimeDelta.ofDays(later.toEpochDay() - earlier.toEpochDay());
  }
}
