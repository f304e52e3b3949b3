package dev.godwit.mapping.internal.compile;

import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.internal.batch.Program;
import dev.godwit.mapping.internal.batch.Stage;
import dev.godwit.mapping.internal.schema.StreamShape;
import dev.godwit.mapping.internal.sql.SqlExpression;
import dev.godwit.mapping.internal.step.RowStep;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.OnFailure;
import dev.godwit.mapping.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Compiles the rules of one stream, in order: each for the stream as the ones before it leave it.
public final class RuleCompiler {
  private final OnFailure onFailure;
  private final StreamShape shape;
  private final List<Stage> stages = new ArrayList<>();
  private final List<Stage.Part> open = new ArrayList<>();

  private RuleCompiler(OnFailure onFailure, StreamShape shape) {
    this.onFailure = onFailure;
    this.shape = shape;
  }

  /// A stream's rules, ready to run, and the stream as it lands.
  public record Compiled(Program program, ConfiguredStream written) {}

  /// Compiles rules.
  ///
  /// @throws GodwitException CONFIG where a rule does not fit the stream
  public static Compiled compile(List<Rule> rules, OnFailure onFailure, ConfiguredStream read) {
    StreamShape shape = new StreamShape(read);
    RuleCompiler compiler = new RuleCompiler(onFailure, shape);
    try {
      for (int i = 0; i < rules.size(); i++) {
        compiler.add(rules.get(i), "Rule %d (%s)".formatted(i + 1, rules.get(i).name()));
      }
    } catch (GodwitException e) {
      throw e.at(Place.stream(read.name().toString()));
    }
    compiler.closeStage();
    return new Compiled(
        new Program(compiler.stages, onFailure, shape.hidden(), shape.kept()), shape.written());
  }

  private void add(Rule rule, String words) {
    switch (rule) {
      case Rule.Sql(String field, String expression) -> compute(field, expression, words);
      case Rule.Assert(String sql, OnFailure chosen) ->
          check(sql, chosen == null ? onFailure : chosen, words);
      case Rule.Filter filter -> part(words, new FieldRules(shape, words).filter(filter));
      case Rule.Constant constant -> part(words, new FieldRules(shape, words).constant(constant));
      case Rule.OnFields fields -> onFields(fields, words);
    }
  }

  private void onFields(Rule.OnFields rule, String words) {
    FieldRules fields = new FieldRules(shape, words);
    ValueRules values = new ValueRules(shape, words);
    switch (rule) {
      case Rule.Rename rename -> part(words, fields.rename(rename));
      case Rule.Flatten flatten -> part(words, fields.flatten(flatten));
      case Rule.Keep keep -> part(words, fields.keep(keep));
      case Rule.Drop drop -> drop.fields().forEach(path -> part(words, fields.drop(drop, path)));
      case Rule.Cast cast -> cast.fields().forEach(path -> part(words, values.cast(cast, path)));
      case Rule.Hash hash -> hash.fields().forEach(path -> part(words, values.hash(hash, path)));
      case Rule.Encrypt encrypt ->
          encrypt.fields().forEach(path -> part(words, values.encrypt(encrypt, path)));
      case Rule.Tokenise tokenise ->
          tokenise.fields().forEach(path -> part(words, values.tokenise(tokenise, path)));
      case Rule.Redact redact ->
          redact.fields().forEach(path -> part(words, values.redact(redact, path)));
      case Rule.Truncate truncate ->
          truncate.fields().forEach(path -> part(words, values.truncate(truncate, path)));
    }
  }

  private void part(String words, Supplier<RowStep> step) {
    open.add(new Stage.Part(words, step));
  }

  private void compute(String field, String sql, String words) {
    closeStage();
    SqlExpression expression = SqlExpression.compile(sql, shape.schema(), words);
    shape.put(FieldPath.of(List.of(field)), expression.schema(), words);
    stages.add(new Stage.Compute(words, field, expression));
  }

  private void check(String sql, OnFailure chosen, String words) {
    closeStage();
    SqlExpression expression = SqlExpression.compile(sql, shape.schema(), words);
    if (!expression.isBoolean()) {
      throw GodwitException.config(
          "mapping.bad-sql", words + ": \"" + sql + "\" is neither true nor false.");
    }
    stages.add(new Stage.Check(words, expression, chosen));
  }

  private void closeStage() {
    if (!open.isEmpty()) {
      stages.add(new Stage.Rows(open));
      open.clear();
    }
  }

  /// Kinds of values that hold no others.
  static final Set<JsonKind> SCALARS = Set.of(JsonKind.STRING, JsonKind.NUMBER, JsonKind.BOOLEAN);
}
