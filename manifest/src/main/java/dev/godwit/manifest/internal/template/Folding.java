package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.PythonException;
import java.time.Clock;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Computes expressions of constants while compiling. Only values that cannot change are kept.
final class Folding {
  private static final int MAX_TEXT = 10_000;

  /// For nodes that look at no variable.
  static final Frame NO_FRAME =
      Frame.of(
          Scope.of(null, new TemplateEnvironment(Clock.systemUTC(), new SplittableRandom(0))), 0);

  private Folding() {}

  /// `node` or its value, where all its `parts` are constants.
  static Node fold(Node node, Node... parts) {
    for (Node part : parts) {
      if (!(part instanceof Node.Constant)) {
        return node;
      }
    }
    try {
      Object value = node.eval(NO_FRAME);
      return isSimple(value) ? new Node.Constant(value) : node;
    } catch (PythonException _) {
      return node;
    }
  }

  private static boolean isSimple(@Nullable Object value) {
    return value == null
        || Numbers.isNumber(value)
        || (value instanceof String text && text.length() < MAX_TEXT);
  }
}
