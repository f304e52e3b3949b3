package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arguments;
import dev.godwit.manifest.internal.python.Markup;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compiles the statements of one block and, each with a compiler of its own, those of the blocks
/// inside it.
final class StatementCompiler {
  /// What all blocks of one template share while they are compiled.
  static final class Shared {
    final Symbols.Slots slots = new Symbols.Slots();
    final Set<Integer> usedSlots = new LinkedHashSet<>();
    final Set<String> undeclared = new LinkedHashSet<>();
  }

  private final Shared shared;
  private final Symbols symbols;
  private final boolean soft;

  StatementCompiler(Shared shared, Symbols symbols, boolean soft) {
    this.shared = shared;
    this.symbols = symbols;
    this.soft = soft;
  }

  Symbols symbols() {
    return symbols;
  }

  /// A compiler for a block inside this one. Its names still have to be analysed.
  StatementCompiler inner() {
    return new StatementCompiler(shared, symbols.inner(), false);
  }

  private StatementCompiler softened() {
    return new StatementCompiler(shared, symbols, true);
  }

  ExpressionCompiler expressions() {
    return new ExpressionCompiler(symbols, shared.usedSlots, soft);
  }

  Step compile(List<Stmt> body) {
    List<Step> steps = new ArrayList<>(body.size());
    body.forEach(statement -> steps.add(compile(statement)));
    return steps.size() == 1 ? steps.getFirst() : Step.all(steps);
  }

  /// How this block begins; to be asked after everything in it is compiled. Notes the names it
  /// takes from outside.
  Entry entry() {
    for (Symbols.Load load : new TreeMap<>(symbols.loads()).values()) {
      if (load instanceof Symbols.Load.FromScope(String name) && Globals.find(name) == null) {
        shared.undeclared.add(name);
      }
    }
    return Entry.of(symbols, shared.usedSlots);
  }

  private Step compile(Stmt statement) {
    return switch (statement) {
      case Stmt.Text text -> (_, out) -> out.append(text.text());
      case Stmt.Print print -> print(expressions().compile(print.value()));
      case Stmt.If choice -> softened().choice(choice);
      case Stmt.For loop -> new LoopCompiler(this, loop).compile();
      case Stmt.Assign assign -> assign(assign);
      case Stmt.AssignBlock assign -> assignBlock(assign);
      case Stmt.With with -> with(with);
      case Stmt.FilterBlock block -> filterBlock(block);
      case Stmt.Macro macro -> macro(macro);
      case Stmt.CallBlock block -> callBlock(block);
      case Stmt.Scoped scoped -> scoped(scoped.body());
      case Stmt.Load _ ->
          (_, _) -> {
            throw PythonException.type("no loader for this environment specified");
          };
    };
  }

  private static Step print(Node value) {
    if (value instanceof Node.Constant constant) {
      String text = Repr.str(constant.value());
      return (_, out) -> out.append(text);
    }
    return (frame, out) -> out.append(Repr.str(value.eval(frame)));
  }

  private Step choice(Stmt.If choice) {
    List<Stmt.Branch> branches = choice.branches();
    Node[] tests = new Node[branches.size()];
    Step[] bodies = new Step[branches.size()];
    for (int i = 0; i < tests.length; i++) {
      tests[i] = expressions().compile(branches.get(i).test());
      bodies[i] = compile(branches.get(i).body());
    }
    Step otherwise = compile(choice.otherwise());
    return (frame, out) -> {
      for (int i = 0; i < tests.length; i++) {
        if (Truth.of(tests[i].eval(frame))) {
          bodies[i].run(frame, out);
          return;
        }
      }
      otherwise.run(frame, out);
    };
  }

  private Step assign(Stmt.Assign assign) {
    Node value = expressions().compile(assign.value());
    Assigner target = Assigner.of(assign.target(), symbols, shared.usedSlots);
    return (frame, _) -> {
      target.check(frame);
      target.assign(frame, value.eval(frame));
    };
  }

  private Step assignBlock(Stmt.AssignBlock assign) {
    Assigner target = Assigner.of(assign.target(), symbols, shared.usedSlots);
    StatementCompiler block = inner();
    block.symbols.analyse(assign.body());
    Expr.Filter filters = assign.filters();
    if (filters != null) {
      block.symbols.expression(filters);
    }
    Node printed = block.captured(assign.body());
    Node value = filters == null ? printed : block.chain(filters, printed);
    Entry entry = block.entry();
    return (frame, _) -> {
      target.check(frame);
      entry.enter(frame);
      target.assign(frame, value.eval(frame));
    };
  }

  /// What a body prints, as a value.
  private Node captured(List<Stmt> body) {
    Step steps = compile(body);
    return frame -> {
      Output out = new Output();
      steps.run(frame, out);
      return out.toString();
    };
  }

  private Node chain(Expr.Filter filter, Node source) {
    Node target = filter.target() instanceof Expr.Filter inner ? chain(inner, source) : source;
    return expressions().filter(filter, target);
  }

  private Step filterBlock(Stmt.FilterBlock block) {
    StatementCompiler inside = inner();
    inside.symbols.expression(block.filters());
    inside.symbols.analyse(block.body());
    Node filtered = inside.chain(block.filters(), inside.captured(block.body()));
    Entry entry = inside.entry();
    return (frame, out) -> {
      entry.enter(frame);
      if (!(Markup.plain(filtered.eval(frame)) instanceof String text)) {
        throw PythonException.type("sequence item 0: expected str instance");
      }
      out.append(text);
    };
  }

  private Step with(Stmt.With with) {
    StatementCompiler inside = inner();
    with.targets().forEach(inside.symbols::parameters);
    inside.symbols.analyse(with.body());
    List<Node> values = with.values().stream().map(expressions()::compile).toList();
    List<Assigner> targets =
        with.targets().stream()
            .map(target -> Assigner.of(target, inside.symbols, shared.usedSlots))
            .toList();
    Step body = inside.compile(with.body());
    Entry entry = inside.entry();
    return (frame, out) -> {
      entry.enter(frame);
      for (int i = 0; i < values.size(); i++) {
        targets.get(i).assign(frame, values.get(i).eval(frame));
      }
      body.run(frame, out);
    };
  }

  private Step scoped(List<Stmt> body) {
    StatementCompiler inside = inner();
    inside.symbols.analyse(body);
    Step steps = inside.compile(body);
    Entry entry = inside.entry();
    return (frame, out) -> {
      entry.enter(frame);
      steps.run(frame, out);
    };
  }

  private Step macro(Stmt.Macro macro) {
    MacroCompiler compiled = new MacroCompiler(inner(), macro.name(), macro.parameters());
    Assigner target = Assigner.of(new Stmt.Target.Name(macro.name()), symbols, shared.usedSlots);
    MacroCompiler.Maker maker = compiled.compile(macro.body());
    return (frame, _) -> target.assign(frame, maker.make(frame));
  }

  private Step callBlock(Stmt.CallBlock block) {
    MacroCompiler compiled = new MacroCompiler(inner(), "caller", block.parameters());
    MacroCompiler.Maker maker = compiled.compile(block.body());
    Node function = expressions().compile(block.call().target());
    Calls.Gather arguments = expressions().gather(block.call().arguments());
    return (frame, out) -> {
      Object callee = function.eval(frame);
      Arguments given = arguments.from(frame);
      Map<String, @Nullable Object> named = new LinkedHashMap<>(given.named());
      named.put("caller", maker.make(frame));
      out.append(Repr.str(Calls.call(callee, new Arguments(given.positional(), named))));
    };
  }
}
