package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.Attributes;
import dev.godwit.manifest.internal.python.DictMethods;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.Lookup;
import dev.godwit.manifest.internal.python.Members;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.PythonFunction;
import dev.godwit.manifest.internal.python.Types;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Calls of functions and methods.
final class Calls {
  /// Evaluates the arguments of a call.
  interface Gather {
    Arguments from(Frame frame);
  }

  private Calls() {}

  static Gather gather(
      List<Node> positional,
      Map<String, Node> named,
      @Nullable Node star,
      @Nullable Node doubleStar) {
    if (positional.isEmpty() && named.isEmpty() && star == null && doubleStar == null) {
      return _ -> Arguments.NONE;
    }
    if (named.isEmpty() && star == null && doubleStar == null) {
      return frame -> Arguments.of(values(positional, frame));
    }
    return frame -> {
      List<@Nullable Object> values = values(positional, frame);
      Map<String, @Nullable Object> names = new LinkedHashMap<>();
      named.forEach((name, node) -> names.put(name, node.eval(frame)));
      if (star != null) {
        values.addAll(Iteration.list(star.eval(frame)));
      }
      if (doubleStar != null) {
        addNames(doubleStar.eval(frame), names);
      }
      return new Arguments(values, names);
    };
  }

  private static List<@Nullable Object> values(List<Node> nodes, Frame frame) {
    List<@Nullable Object> values = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      values.add(node.eval(frame));
    }
    return values;
  }

  private static void addNames(@Nullable Object mapping, Map<String, @Nullable Object> names) {
    Map<?, ? extends @Nullable Object> entries =
        switch (mapping) {
          case Map<?, ?> map -> map;
          case Attributes attributes -> attributes.entries();
          case null, default -> throw PythonException.type("argument after ** must be a mapping");
        };
    entries.forEach((key, value) -> {
      if (!(key instanceof String name) || names.containsKey(name)) {
        throw PythonException.type("keywords must be strings, each given once");
      }
      names.put(name, value);
    });
  }

  static Node call(Node target, Gather arguments) {
    return frame -> {
      Object function = target.eval(frame);
      return call(function, arguments.from(frame));
    };
  }

  /// A call of the global function `name`, unless the scope has something else under that name.
  static Node global(String name, Gather arguments) {
    Globals.Function function = Objects.requireNonNull(Globals.find(name));
    return frame -> {
      Object other = frame.scope().lookUp(name);
      Arguments given = arguments.from(frame);
      return other == MISSING ? function.call(frame, given) : call(other, given);
    };
  }

  static @Nullable Object call(@Nullable Object function, Arguments arguments) {
    return switch (function) {
      case PythonFunction callable -> callable.call(arguments);
      case Undefined undefined -> throw undefined.failure();
      case null, default ->
          throw PythonException.type("'" + Types.name(function) + "' object is not callable");
    };
  }

  /// `target.name(arguments)` without a bound method in between.
  static Node method(Node target, String name, Gather arguments) {
    return frame -> {
      Object owner = target.eval(frame);
      if (owner instanceof Undefined undefined) {
        throw undefined.failure();
      }
      Arguments given = arguments.from(frame);
      if (owner instanceof String text) {
        frame.goThrough(text, given.positional());
      }
      Object result = Members.invoke(owner, name, given);
      return result == MISSING ? call(Lookup.attribute(owner, name), given) : result;
    };
  }

  /// `target.get(key, absent)`, the most frequent call of all.
  static Node get(Node target, Node key, Node absent) {
    return frame -> {
      Object owner = target.eval(frame);
      if (owner instanceof Undefined undefined) {
        throw undefined.failure();
      }
      Object wanted = key.eval(frame);
      Object otherwise = absent.eval(frame);
      if (owner instanceof Map<?, ?> map) {
        return DictMethods.get(map, wanted, otherwise);
      }
      List<@Nullable Object> values = new ArrayList<>(2);
      values.add(wanted);
      values.add(otherwise);
      return call(Lookup.attribute(owner, "get"), Arguments.of(values));
    };
  }
}
