package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.PythonException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One evaluation of a template: its scope, its local variables and what it may still spend. Used
/// by one thread.
final class Frame {
  private static final int MAX_STEPS = 2_000_000;
  private static final int MAX_DEPTH = 100;

  /// Searching passes about as many characters in the time of one round of a loop.
  private static final int CHARACTERS_IN_STEP = 64;

  private static final class Budget {
    private int steps;
    private int depth;
  }

  private final Scope scope;
  private final @Nullable Object[] slots;
  private final Budget budget;

  private Frame(Scope scope, @Nullable Object[] slots, Budget budget) {
    this.scope = scope;
    this.slots = slots;
    this.budget = budget;
  }

  static Frame of(Scope scope, int slotCount) {
    @Nullable Object[] slots = new @Nullable Object[slotCount];
    Arrays.fill(slots, MISSING);
    return new Frame(scope, slots, new Budget());
  }

  /// A copy with its own local variables, for a body that calls itself.
  Frame fork() {
    return new Frame(scope, slots.clone(), budget);
  }

  Scope scope() {
    return scope;
  }

  @Nullable Object slot(int index) {
    return slots[index];
  }

  void slot(int index, @Nullable Object value) {
    slots[index] = value;
  }

  /// Counts one round of a loop.
  void step() {
    spend(1);
  }

  /// Counts the work of looking through a value: a step for each element, key or character.
  void goThrough(@Nullable Object value) {
    spend(size(value));
  }

  /// Counts the work of looking for texts in a text.
  void goThrough(String text, List<? extends @Nullable Object> others) {
    long rounds = 1;
    for (Object other : others) {
      rounds += size(other) / CHARACTERS_IN_STEP;
    }
    spend(text.length() / CHARACTERS_IN_STEP * rounds);
  }

  private static long size(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length();
      case Collection<?> elements -> elements.size();
      case Map<?, ?> entries -> entries.size();
      case null, default -> 0;
    };
  }

  private void spend(long steps) {
    if (steps > MAX_STEPS - budget.steps) {
      throw PythonException.overflow("template runs too many steps");
    }
    budget.steps += (int) steps;
  }

  void enterCall() {
    step();
    if (++budget.depth > MAX_DEPTH) {
      throw PythonException.overflow("template calls itself too deeply");
    }
  }

  void leaveCall() {
    budget.depth--;
  }
}
