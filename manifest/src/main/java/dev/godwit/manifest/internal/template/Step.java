package dev.godwit.manifest.internal.template;

import java.util.List;

/// A compiled statement.
@FunctionalInterface
interface Step {
  void run(Frame frame, Output out);

  static Step all(List<Step> steps) {
    Step[] order = steps.toArray(new Step[0]);
    return (frame, out) -> {
      for (Step step : order) {
        step.run(frame, out);
      }
    };
  }
}
