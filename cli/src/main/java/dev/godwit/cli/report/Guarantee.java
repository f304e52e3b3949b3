package dev.godwit.cli.report;

import dev.godwit.core.Delivery;

/// What a delivery promises, in a sentence.
final class Guarantee {
  private Guarantee() {}

  static String of(Delivery delivery) {
    return switch (delivery) {
      case EXACTLY_ONCE ->
          "Delivery is exactly once: rows and state are stored in one step, so nothing is lost and"
              + " nothing is doubled.";
      case AT_LEAST_ONCE ->
          "Delivery is at least once: state is stored after its rows, so nothing is lost, and after"
              + " an interruption some rows may come twice.";
    };
  }
}
