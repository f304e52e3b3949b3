package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.PythonException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a value to a variable, to an attribute of a namespace, or apart to several targets.
sealed interface Assigner {
  void assign(Frame frame, @Nullable Object value);

  /// Fails where the target cannot be written to, before its value is computed.
  void check(Frame frame);

  static Assigner of(Stmt.Target target, Symbols symbols, Set<Integer> usedSlots) {
    return switch (target) {
      case Stmt.Target.Name name -> new ToSlot(symbols.slot(name.name()));
      case Stmt.Target.Attribute attribute -> {
        int slot = symbols.slot(attribute.namespace());
        usedSlots.add(slot);
        yield new ToNamespace(slot, attribute.name());
      }
      case Stmt.Target.Unpack unpack ->
          new Apart(unpack.targets().stream().map(each -> of(each, symbols, usedSlots)).toList());
    };
  }

  record ToSlot(int slot) implements Assigner {
    @Override
    public void assign(Frame frame, @Nullable Object value) {
      frame.slot(slot, value);
    }

    @Override
    public void check(Frame frame) {}
  }

  record ToNamespace(int slot, String name) implements Assigner {
    @Override
    public void assign(Frame frame, @Nullable Object value) {
      namespace(frame).set(name, value);
    }

    @Override
    public void check(Frame frame) {
      namespace(frame);
    }

    private Namespace namespace(Frame frame) {
      if (frame.slot(slot) instanceof Namespace namespace) {
        return namespace;
      }
      throw new PythonException(
          PythonException.Kind.RUNTIME, "cannot assign attribute on non-namespace object");
    }
  }

  record Apart(List<Assigner> targets) implements Assigner {
    @Override
    public void assign(Frame frame, @Nullable Object value) {
      if (!Iteration.isIterable(value)) {
        throw PythonException.type("cannot unpack non-iterable object");
      }
      List<@Nullable Object> values = Iteration.list(value);
      if (values.size() != targets.size()) {
        String what = values.size() < targets.size() ? "not enough" : "too many";
        throw PythonException.value(what + " values to unpack");
      }
      for (int i = 0; i < targets.size(); i++) {
        targets.get(i).assign(frame, values.get(i));
      }
    }

    @Override
    public void check(Frame frame) {
      targets.forEach(target -> target.check(frame));
    }
  }
}
