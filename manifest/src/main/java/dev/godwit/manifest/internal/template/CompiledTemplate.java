package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Missing;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The runnable form of a template. A text without tags and a single expression are kept apart,
/// since most templates are one or the other.
final class CompiledTemplate {
  private sealed interface Form {
    /// A text without tags.
    record Plain(String text) implements Form {}

    /// One `{{ expression }}` and nothing around it.
    record Single(Node value) implements Form {}

    record General(Step body) implements Form {}
  }

  private final Form form;
  private final Entry entry;
  private final int slots;
  private final List<Stmt> statements;
  private final Set<String> undeclared;
  private final String[] required;
  private final boolean namesStreamState;

  private CompiledTemplate(
      Form form,
      Entry entry,
      int slots,
      List<Stmt> statements,
      Set<String> undeclared,
      boolean namesStreamState) {
    this.form = form;
    this.entry = entry;
    this.slots = slots;
    this.statements = statements;
    this.undeclared = Collections.unmodifiableSet(undeclared);
    this.required = undeclared.toArray(String[]::new);
    this.namesStreamState = namesStreamState;
  }

  /// @throws dev.godwit.core.error.GodwitException CONFIG `template.syntax`
  static CompiledTemplate of(String source) {
    boolean state = source.contains("stream_state");
    boolean tags = source.contains("{{") || source.contains("{%") || source.contains("{#");
    if (!tags) {
      Form plain = new Form.Plain(Lexer.normalised(source));
      return new CompiledTemplate(plain, _ -> {}, 0, List.of(), Set.of(), state);
    }
    List<Stmt> statements = StatementParser.parse(source);
    StatementCompiler.Shared shared = new StatementCompiler.Shared();
    Symbols symbols = Symbols.root(shared.slots);
    if (Children.mentions(statements, "self")) {
      symbols.parameter("self");
    }
    symbols.analyse(statements);
    StatementCompiler compiler = new StatementCompiler(shared, symbols, false);
    Form form =
        statements.size() == 1 && statements.getFirst() instanceof Stmt.Print print
            ? new Form.Single(compiler.expressions().compile(print.value()))
            : new Form.General(compiler.compile(statements));
    Entry entry = compiler.entry();
    Set<String> names = new LinkedHashSet<>(shared.undeclared);
    return new CompiledTemplate(form, entry, shared.slots.count(), statements, names, state);
  }

  /// Whether the template prints `text` and nothing else.
  boolean isPlain(String text) {
    return form instanceof Form.Plain plain && plain.text.equals(text) && !namesStreamState;
  }

  boolean namesStreamState() {
    return namesStreamState;
  }

  List<Stmt> statements() {
    return statements;
  }

  Set<String> undeclared() {
    return undeclared;
  }

  /// Fails where `scope` lacks a variable that the template names, whether or not it would be read.
  void checkDeclared(String source, Scope scope) {
    for (String name : required) {
      if (!scope.has(name)) {
        Set<String> missing = new LinkedHashSet<>(undeclared);
        missing.removeIf(scope::has);
        throw EvaluationError.undeclared(source, missing);
      }
    }
  }

  /// The value of the printed text, or [Missing#MISSING] where nothing is printed.
  ///
  /// @throws dev.godwit.manifest.internal.python.PythonException as Python raises
  @Nullable Object value(Scope scope, Set<ValueType> valid) {
    return switch (form) {
      case Form.Plain plain -> ofText(plain.text, valid);
      case Form.Single single -> {
        Frame frame = Frame.of(scope, slots);
        entry.enter(frame);
        yield RoundTrip.of(single.value.eval(frame), valid);
      }
      case Form.General general -> {
        Frame frame = Frame.of(scope, slots);
        entry.enter(frame);
        Output out = new Output();
        general.body.run(frame, out);
        yield ofText(out.toString(), valid);
      }
    };
  }

  private static @Nullable Object ofText(String text, Set<ValueType> valid) {
    return text.isEmpty() ? Missing.MISSING : RoundTrip.literal(text, valid);
  }
}
