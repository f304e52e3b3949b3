package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.Equality;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonFunction;
import dev.godwit.manifest.internal.python.PythonIterator;
import dev.godwit.manifest.internal.python.PythonObject;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The `loop` variable: where a running loop stands.
final class Loop implements PythonObject, PythonFunction {
  /// Runs the loop's body over other items, one level deeper.
  interface Recursion {
    String over(Frame frame, @Nullable Object items);
  }

  private final @Nullable Object source;
  private final int depth0;
  private Iterator<? extends @Nullable Object> items;
  private long index0 = -1;
  private long length = -1;
  private @Nullable Object before = MISSING;
  private @Nullable Object current = MISSING;
  private @Nullable Object after = MISSING;
  private @Nullable Object lastChanged = MISSING;
  private @Nullable Recursion recursion;
  private @Nullable Frame frame;

  Loop(Iterator<? extends @Nullable Object> items, @Nullable Object source, int depth0) {
    this.items = items;
    this.source = source;
    this.depth0 = depth0;
  }

  void recurse(Recursion how, Frame where) {
    this.recursion = how;
    this.frame = where;
  }

  int depth() {
    return depth0 + 1;
  }

  /// Moves on; false at the end.
  boolean advance() {
    Object next = peek();
    after = MISSING;
    if (next == MISSING) {
      return false;
    }
    index0++;
    before = current;
    current = next;
    return true;
  }

  @Nullable Object current() {
    return current;
  }

  private @Nullable Object peek() {
    if (after == MISSING && items.hasNext()) {
      after = items.next();
    }
    return after;
  }

  private long length() {
    if (length < 0) {
      if (source instanceof PythonIterator) {
        List<@Nullable Object> rest = new ArrayList<>();
        items.forEachRemaining(rest::add);
        items = rest.iterator();
        length = rest.size() + index0 + 1 + (after == MISSING ? 0 : 1);
      } else {
        length = Iteration.length(source);
      }
    }
    return length;
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "index" -> index0 + 1;
      case "index0" -> index0;
      case "revindex" -> length() - index0;
      case "revindex0" -> length() - index0 - 1;
      case "first" -> index0 == 0;
      case "last" -> peek() == MISSING;
      case "length" -> length();
      case "depth" -> (long) depth();
      case "depth0" -> (long) depth0;
      case "previtem" -> orUndefined(index0 == 0 ? MISSING : before, "there is no previous item");
      case "nextitem" -> orUndefined(peek(), "there is no next item");
      case "cycle" -> (PythonFunction) this::cycle;
      case "changed" -> (PythonFunction) this::changed;
      default -> MISSING;
    };
  }

  private static @Nullable Object orUndefined(@Nullable Object value, String hint) {
    return value == MISSING ? Undefined.because(hint) : value;
  }

  private @Nullable Object cycle(Arguments arguments) {
    if (arguments.positional().isEmpty()) {
      throw PythonException.type("no items for cycling given");
    }
    return arguments.positional().get((int) (index0 % arguments.positional().size()));
  }

  private Object changed(Arguments arguments) {
    Tuple value = new Tuple(arguments.positional());
    boolean changed = lastChanged == MISSING || !Equality.equal(lastChanged, value);
    lastChanged = value;
    return changed;
  }

  /// Runs the body of a recursive loop over `arguments`.
  @Override
  public Object call(Arguments arguments) {
    if (recursion == null || frame == null || arguments.positional().size() != 1) {
      throw PythonException.type(
          "The loop must have the 'recursive' marker to be called recursively.");
    }
    return recursion.over(frame, arguments.positional().getFirst());
  }

  @Override
  public String typeName() {
    return "LoopContext";
  }

  @Override
  public String repr() {
    return "<LoopContext " + (index0 + 1) + "/" + length() + ">";
  }
}
