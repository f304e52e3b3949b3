package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonFunction;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compiles macros and the bodies of call blocks to functions that return what they print.
final class MacroCompiler {
  /// Makes the function within a running template.
  interface Maker {
    PythonFunction make(Frame frame);
  }

  private final StatementCompiler inside;
  private final String name;
  private final Stmt.Parameters parameters;
  private final List<Integer> slots = new ArrayList<>();
  private int caller = -1;
  private int names = -1;
  private int rest = -1;

  MacroCompiler(StatementCompiler inside, String name, Stmt.Parameters parameters) {
    this.inside = inside;
    this.name = name;
    this.parameters = parameters;
  }

  Maker compile(List<Stmt> body) {
    parameters.names().forEach(each -> slots.add(inside.symbols().parameter(each)));
    caller = special(body, "caller");
    names = special(body, "kwargs");
    rest = special(body, "varargs");
    parameters.defaults().forEach(inside.symbols()::expression);
    inside.symbols().analyse(body);
    List<Node> defaults =
        parameters.defaults().stream().map(inside.expressions()::compile).toList();
    Step steps = inside.compile(body);
    Entry entry = inside.entry();
    return frame ->
        new PythonFunction() {
          @Override
          public Object call(Arguments arguments) {
            Frame inner = frame.fork();
            inner.enterCall();
            entry.enter(inner);
            bind(arguments, defaults, inner);
            Output out = new Output();
            steps.run(inner, out);
            inner.leaveCall();
            return out.toString();
          }

          @Override
          public String repr() {
            return "<Macro '" + name + "'>";
          }
        };
  }

  private int special(List<Stmt> body, String variable) {
    boolean wanted = Children.mentions(body, variable) && !parameters.names().contains(variable);
    return wanted ? inside.symbols().parameter(variable) : -1;
  }

  private void bind(Arguments arguments, List<Node> defaults, Frame frame) {
    List<@Nullable Object> given = arguments.positional();
    Map<String, @Nullable Object> named = new LinkedHashMap<>(arguments.named());
    int required = slots.size() - defaults.size();
    for (int i = 0; i < slots.size(); i++) {
      String parameter = parameters.names().get(i);
      Object value = i < given.size() ? given.get(i) : MISSING;
      if (i >= given.size() && named.containsKey(parameter)) {
        value = named.remove(parameter);
      }
      if (value == MISSING) {
        value =
            i < required
                ? Undefined.because("parameter '" + parameter + "' was not provided")
                : defaults.get(i - required).eval(frame);
      }
      frame.slot(slots.get(i), value);
    }
    if (caller >= 0) {
      Object block = named.remove("caller");
      frame.slot(caller, block == null ? Undefined.because("No caller defined") : block);
    }
    extras(given, named, frame);
  }

  private void extras(
      List<@Nullable Object> given, Map<String, @Nullable Object> named, Frame frame) {
    if (names >= 0) {
      frame.slot(names, named);
    } else if (!named.isEmpty()) {
      throw PythonException.type("macro '" + name + "' takes no such keyword argument");
    }
    if (rest >= 0) {
      int from = Math.min(slots.size(), given.size());
      frame.slot(rest, new Tuple(given.subList(from, given.size())));
    } else if (given.size() > slots.size()) {
      throw PythonException.type(
          "macro '" + name + "' takes not more than " + slots.size() + " argument(s)");
    }
  }
}
