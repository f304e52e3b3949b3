package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonFunction;
import dev.godwit.manifest.internal.python.PythonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The object that `cycler()` makes: gives its items round and round.
final class Cycler implements PythonObject {
  private final List<@Nullable Object> items;
  private int position;

  Cycler(List<@Nullable Object> items) {
    if (items.isEmpty()) {
      throw new PythonException(PythonException.Kind.RUNTIME, "no items for cycling given");
    }
    this.items = new ArrayList<>(items);
  }

  @Override
  public @Nullable Object attribute(String name) {
    return switch (name) {
      case "current" -> items.get(position);
      case "next", "__next__" -> (PythonFunction) _ -> next();
      case "reset" -> (PythonFunction) _ -> reset();
      default -> MISSING;
    };
  }

  private @Nullable Object next() {
    Object value = items.get(position);
    position = (position + 1) % items.size();
    return value;
  }

  private @Nullable Object reset() {
    position = 0;
    return null;
  }

  @Override
  public String typeName() {
    return "Cycler";
  }
}
