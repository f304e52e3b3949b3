package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonIterator;
import dev.godwit.manifest.internal.python.Truth;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compiles one `for` loop.
final class LoopCompiler {
  /// Runs the loop over some items.
  private interface Runner {
    void run(Frame frame, @Nullable Object items, @Nullable Loop outer, Output out);
  }

  private final StatementCompiler outside;
  private final Stmt.For loop;

  LoopCompiler(StatementCompiler outside, Stmt.For loop) {
    this.outside = outside;
    this.loop = loop;
  }

  Step compile() {
    Node items = outside.expressions().compile(loop.items());
    Runner runner = runner();
    if (!loop.recursive()) {
      return (frame, out) -> run(runner, frame, items.eval(frame), out);
    }
    return (frame, out) -> run(runner, frame.fork(), items.eval(frame), out);
  }

  private static void run(Runner runner, Frame frame, @Nullable Object items, Output out) {
    try {
      runner.run(frame, items, null, out);
    } catch (ConcurrentModificationException _) {
      throw new PythonException(
          PythonException.Kind.RUNTIME, "dictionary changed size during iteration");
    }
  }

  private Runner runner() {
    StatementCompiler body = outside.inner();
    boolean extended = loop.recursive() || Children.mentions(loop.body(), "loop");
    int loopSlot = extended ? body.symbols().parameter("loop") : -1;
    body.symbols().parameters(loop.target());
    body.symbols().analyse(loop.body());
    Filtering filter = filter();
    Step steps = body.compile(loop.body());
    Assigner target = Assigner.of(loop.target(), body.symbols(), Set.of());
    Entry entry = body.entry();
    StatementCompiler last = outside.inner();
    last.symbols().analyse(loop.otherwise());
    Step otherwise = last.compile(loop.otherwise());
    Entry otherwiseEntry = last.entry();
    boolean recursive = loop.recursive();
    boolean filtered = loop.filter() != null;
    return new Runner() {
      @Override
      public void run(Frame frame, @Nullable Object items, @Nullable Loop outer, Output out) {
        Iterator<? extends @Nullable Object> chosen = filter.of(frame, items);
        Object counted = filtered ? new PythonIterator("generator", chosen) : items;
        Loop state = new Loop(chosen, counted, depth(outer));
        if (recursive) {
          state.recurse((frame2, inner) -> again(frame2, inner, state), frame);
        }
        boolean none = true;
        while (state.advance()) {
          frame.step();
          none = false;
          if (extended) {
            frame.slot(loopSlot, state);
          }
          entry.enter(frame);
          target.assign(frame, state.current());
          steps.run(frame, out);
        }
        if (none) {
          otherwiseEntry.enter(frame);
          otherwise.run(frame, out);
        }
      }

      private String again(Frame frame, @Nullable Object items, Loop outer) {
        Frame inner = frame.fork();
        inner.enterCall();
        Output out = new Output();
        run(inner, items, outer, out);
        inner.leaveCall();
        return out.toString();
      }
    };
  }

  private static int depth(@Nullable Loop outer) {
    return outer == null ? 0 : outer.depth();
  }

  /// Picks the items of a loop.
  private interface Filtering {
    Iterator<? extends @Nullable Object> of(Frame frame, @Nullable Object items);
  }

  private Filtering filter() {
    Expr test = loop.filter();
    if (test == null) {
      return (_, items) -> Iteration.over(items);
    }
    StatementCompiler inside = outside.inner();
    inside.symbols().parameters(loop.target());
    inside.symbols().expression(test);
    Node condition = inside.expressions().compile(test);
    Assigner target = Assigner.of(loop.target(), inside.symbols(), Set.of());
    Entry entry = inside.entry();
    return (frame, items) -> {
      Iterator<? extends @Nullable Object> all = Iteration.over(items);
      entry.enter(frame);
      return new Picked(all) {
        @Override
        boolean picks(@Nullable Object item) {
          target.assign(frame, item);
          return Truth.of(condition.eval(frame));
        }
      };
    };
  }

  /// The items of another iterator that pass a test, found one ahead only when asked for.
  private abstract static class Picked implements Iterator<@Nullable Object> {
    private final Iterator<? extends @Nullable Object> all;
    private @Nullable Object next;
    private boolean ready;

    Picked(Iterator<? extends @Nullable Object> all) {
      this.all = all;
    }

    abstract boolean picks(@Nullable Object item);

    @Override
    public boolean hasNext() {
      while (!ready && all.hasNext()) {
        next = all.next();
        ready = picks(next);
      }
      return ready;
    }

    @Override
    public @Nullable Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ready = false;
      return next;
    }
  }
}
