package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Keys;
import dev.godwit.manifest.internal.python.Numbers;
import dev.godwit.manifest.internal.python.Ordering;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Slice;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compiles the expressions of one block. What is known beforehand is computed here.
final class ExpressionCompiler {
  private final Symbols symbols;
  private final Set<Integer> usedSlots;
  private final boolean soft;

  /// @param usedSlots where the slots go that compiled expressions read
  /// @param soft whether the block may never run, so that unknown filters fail only when they do
  ExpressionCompiler(Symbols symbols, Set<Integer> usedSlots, boolean soft) {
    this.symbols = symbols;
    this.usedSlots = usedSlots;
    this.soft = soft;
  }

  private ExpressionCompiler softened() {
    return soft ? this : new ExpressionCompiler(symbols, usedSlots, true);
  }

  Node compile(Expr expression) {
    return switch (expression) {
      case Expr.Constant constant -> new Node.Constant(constant.value());
      case Expr.Name name -> name(name.name());
      case Expr.Attribute _, Expr.Item _ -> lookup(expression);
      case Expr.Part part -> part(part);
      case Expr.ListOf list -> list(all(list.items()));
      case Expr.TupleOf tuple -> tuple(all(tuple.items()));
      case Expr.DictOf dict -> dict(dict.pairs());
      case Expr.Negate negate -> negate(compile(negate.value()));
      case Expr.Positive positive -> positive(compile(positive.value()));
      case Expr.Arithmetical operation -> arithmetic(operation);
      case Expr.Concat concat -> concat(all(concat.parts()));
      case Expr.Compare compare -> compare(compare);
      case Expr.And and -> and(compile(and.left()), compile(and.right()));
      case Expr.Or or -> or(compile(or.left()), compile(or.right()));
      case Expr.Not not -> not(compile(not.value()));
      case Expr.Conditional choice -> softened().conditional(choice);
      case Expr.Call call -> call(call);
      case Expr.Filter filter -> filter(filter, filterTarget(filter));
      case Expr.Test test -> test(test);
    };
  }

  private Node filterTarget(Expr.Filter filter) {
    Expr target = filter.target();
    if (target == null) {
      throw new IllegalArgumentException("a filter block has no target of its own");
    }
    return compile(target);
  }

  private List<Node> all(List<Expr> expressions) {
    return expressions.stream().map(this::compile).toList();
  }

  private Node name(String name) {
    if (name.equals("self")) {
      return new Node.Constant(SelfReference.SELF);
    }
    int slot = symbols.slot(name);
    boolean outside = symbols.loadOf(slot) instanceof Symbols.Load.FromScope;
    if (outside && !symbols.isStored(name)) {
      return Names.fromScope(name);
    }
    usedSlots.add(slot);
    return Names.fromSlot(name, slot);
  }

  private Node lookup(Expr expression) {
    List<Lookups.Hop> hops = new ArrayList<>();
    Expr start = expression;
    while (true) {
      if (start instanceof Expr.Attribute attribute) {
        hops.add(Lookups.Hop.attribute(attribute.name()));
        start = attribute.target();
      } else if (start instanceof Expr.Item item && item.key() instanceof Expr.Constant key) {
        hops.add(Lookups.Hop.item(key.value()));
        start = item.target();
      } else {
        break;
      }
    }
    if (hops.isEmpty()) {
      Expr.Item item = (Expr.Item) expression;
      Node target = compile(item.target());
      Node key = compile(item.key());
      return item.key() instanceof Expr.Part
          ? Lookups.slice(target, key)
          : Lookups.item(target, key);
    }
    Collections.reverse(hops);
    return Lookups.path(compile(start), hops);
  }

  private Node part(Expr.Part part) {
    Node start = compile(part.start());
    Node stop = compile(part.stop());
    Node step = compile(part.step());
    return frame -> new Slice(start.eval(frame), stop.eval(frame), step.eval(frame));
  }

  private static Node list(List<Node> items) {
    return frame -> values(items, frame);
  }

  private static List<@Nullable Object> values(List<Node> items, Frame frame) {
    List<@Nullable Object> values = new ArrayList<>(items.size());
    for (Node item : items) {
      values.add(item.eval(frame));
    }
    return values;
  }

  private static Node tuple(List<Node> items) {
    return frame -> new Tuple(values(items, frame));
  }

  private Node dict(List<Expr.Pair> pairs) {
    List<Node> keys = pairs.stream().map(pair -> compile(pair.key())).toList();
    List<Node> values = pairs.stream().map(pair -> compile(pair.value())).toList();
    return frame -> {
      Map<@Nullable Object, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(keys.size());
      for (int i = 0; i < keys.size(); i++) {
        Keys.put(map, keys.get(i).eval(frame), values.get(i).eval(frame));
      }
      return map;
    };
  }

  private static Node negate(Node value) {
    return Folding.fold(frame -> Arithmetic.negate(value.eval(frame)), value);
  }

  private static Node positive(Node value) {
    return Folding.fold(frame -> Arithmetic.plus(value.eval(frame)), value);
  }

  private Node arithmetic(Expr.Arithmetical operation) {
    Node left = compile(operation.left());
    Node right = compile(operation.right());
    Arithmetic.Operator operator = operation.operator();
    if (operator == Arithmetic.Operator.POWER && isNegative(left) && !isConstant(right)) {
      // Jinja writes the folded constant into Python code, where the sign binds looser than the
      // power.
      Node positive = new Node.Constant(Arithmetic.negate(left.eval(Folding.NO_FRAME)));
      return frame ->
          Arithmetic.negate(Arithmetic.apply(operator, positive.eval(frame), right.eval(frame)));
    }
    return Folding.fold(
        frame -> {
          Object value = left.eval(frame);
          return Arithmetic.apply(operator, value, right.eval(frame));
        },
        left,
        right);
  }

  private static boolean isConstant(Node node) {
    return node instanceof Node.Constant;
  }

  private static boolean isNegative(Node node) {
    return node instanceof Node.Constant constant
        && Numbers.isNumber(constant.value())
        && Ordering.test(Ordering.Operator.LESS, constant.value(), 0L);
  }

  private static Node concat(List<Node> parts) {
    Node joined =
        frame -> {
          Output out = new Output();
          for (Node part : parts) {
            out.append(Repr.str(part.eval(frame)));
          }
          return out.toString();
        };
    return Folding.fold(joined, parts.toArray(new Node[0]));
  }

  private Node compare(Expr.Compare compare) {
    Node first = compile(compare.first());
    List<Expr.Operand> operands = compare.operands();
    Comparisons.Check[] checks = new Comparisons.Check[operands.size()];
    Node[] others = new Node[operands.size()];
    Node[] all = new Node[operands.size() + 1];
    all[0] = first;
    for (int i = 0; i < operands.size(); i++) {
      checks[i] = Comparisons.of(operands.get(i).comparison());
      others[i] = compile(operands.get(i).value());
      all[i + 1] = others[i];
    }
    return Folding.fold(Comparisons.chain(first, checks, others), all);
  }

  private static Node and(Node left, Node right) {
    Node both =
        frame -> {
          Object value = left.eval(frame);
          return Truth.of(value) ? right.eval(frame) : value;
        };
    return Folding.fold(both, left, right);
  }

  private static Node or(Node left, Node right) {
    Node either =
        frame -> {
          Object value = left.eval(frame);
          return Truth.of(value) ? value : right.eval(frame);
        };
    return Folding.fold(either, left, right);
  }

  private static Node not(Node value) {
    return Folding.fold(frame -> !Truth.of(value.eval(frame)), value);
  }

  private Node conditional(Expr.Conditional choice) {
    Node test = compile(choice.test());
    Node then = compile(choice.then());
    Expr last = choice.otherwise();
    Undefined nothing =
        Undefined.because(
            "the inline if-expression evaluated to false and no else section was defined.");
    Node otherwise = last == null ? _ -> nothing : compile(last);
    return frame -> Truth.of(test.eval(frame)) ? then.eval(frame) : otherwise.eval(frame);
  }

  Calls.Gather gather(Expr.Passed passed) {
    Map<String, Node> named = new LinkedHashMap<>();
    for (Expr.Named each : passed.named()) {
      if (named.put(each.name(), compile(each.value())) != null) {
        throw SyntaxError.at(1, "keyword argument repeated: " + each.name());
      }
    }
    Expr star = passed.star();
    Expr doubleStar = passed.doubleStar();
    return Calls.gather(
        all(passed.positional()),
        named,
        star == null ? null : compile(star),
        doubleStar == null ? null : compile(doubleStar));
  }

  private Node call(Expr.Call call) {
    Expr.Passed passed = call.arguments();
    if (call.target() instanceof Expr.Name name && isGlobal(name.name())) {
      return Calls.global(name.name(), gather(passed));
    }
    if (!(call.target() instanceof Expr.Attribute method)) {
      return Calls.call(compile(call.target()), gather(passed));
    }
    Node owner = compile(method.target());
    int count = passed.positional().size();
    boolean plain = passed.all().size() == count;
    if (method.name().equals("get") && plain && (count == 1 || count == 2)) {
      Node absent = count == 2 ? compile(passed.positional().get(1)) : new Node.Constant(null);
      return Calls.get(owner, compile(passed.positional().getFirst()), absent);
    }
    return Calls.method(owner, method.name(), gather(passed));
  }

  private boolean isGlobal(String name) {
    return Globals.find(name) != null
        && symbols.loadOf(symbols.slot(name)) instanceof Symbols.Load.FromScope
        && !symbols.isStored(name);
  }

  /// The filter `filter` of what `target` gives, whatever the filter itself names as its target.
  Node filter(Expr.Filter filter, Node target) {
    Calls.Gather arguments = gather(filter.arguments());
    Filter function = Filters.find(filter.name());
    if (function == null) {
      return unknown("filter", filter.name(), filter.line(), target, arguments);
    }
    return frame -> {
      Object value = target.eval(frame);
      return function.apply(frame, value, arguments.from(frame));
    };
  }

  private Node test(Expr.Test test) {
    Node target = compile(test.target());
    Calls.Gather arguments = gather(test.arguments());
    TestFunction function = Tests.find(test.name());
    if (function == null) {
      return unknown("test", test.name(), test.line(), target, arguments);
    }
    return frame -> {
      Object value = target.eval(frame);
      return function.test(value, arguments.from(frame));
    };
  }

  private Node unknown(String what, String name, int line, Node target, Calls.Gather arguments) {
    String message = "No " + what + " named '" + name + "'.";
    if (!soft) {
      throw SyntaxError.at(line, message);
    }
    return frame -> {
      target.eval(frame);
      arguments.from(frame);
      throw new PythonException(PythonException.Kind.RUNTIME, message);
    };
  }
}
