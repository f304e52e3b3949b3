package dev.godwit.mapping.internal.compile;

import dev.godwit.core.json.JsonKind;
import dev.godwit.mapping.internal.cast.CastMask;
import dev.godwit.mapping.internal.mask.AesKey;
import dev.godwit.mapping.internal.mask.EncryptMask;
import dev.godwit.mapping.internal.mask.HashMask;
import dev.godwit.mapping.internal.mask.Mask;
import dev.godwit.mapping.internal.mask.RedactMask;
import dev.godwit.mapping.internal.mask.TokenMask;
import dev.godwit.mapping.internal.mask.TruncateMask;
import dev.godwit.mapping.internal.row.Reach;
import dev.godwit.mapping.internal.schema.StreamShape;
import dev.godwit.mapping.internal.schema.StreamShape.Distinct;
import dev.godwit.mapping.internal.schema.Types;
import dev.godwit.mapping.internal.step.MaskStep;
import dev.godwit.mapping.internal.step.RowStep;
import dev.godwit.mapping.rule.CastType;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.Rule;
import dev.godwit.mapping.rule.TokenForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Compiles rules about what values are.
///
/// @param rule the rule in words, for messages
record ValueRules(StreamShape shape, String rule) {
  Supplier<RowStep> cast(Rule.Cast cast, FieldPath field) {
    boolean required = shape.requires(field, cast.optional(), rule);
    retype(field, castSchema(before(field), cast.to()), castKeeps(before(field), cast.to()));
    return step(field, required, () -> new CastMask(cast.to()));
  }

  private static Map<String, @Nullable Object> castSchema(
      Map<String, @Nullable Object> before, CastType to) {
    return switch (to) {
      case STRING -> Types.retyped(before, "string");
      case INTEGER -> Types.retyped(before, "integer");
      case NUMBER -> Types.retyped(before, "number");
      case DECIMAL -> Types.retyped(before, "number", "airbyte_type", "big_number");
      case BOOLEAN -> Types.retyped(before, "boolean");
      case DATE -> Types.retyped(before, "string", "format", "date");
      case TIMESTAMP ->
          Types.retyped(
              before, "string", "format", "date-time", "airbyte_type", "timestamp_with_timezone");
      case JSON -> new LinkedHashMap<>();
    };
  }

  /// What values say after a cast: texts do not come in the order of the numbers that they spell.
  private static Distinct castKeeps(Map<String, @Nullable Object> before, CastType to) {
    Set<JsonKind> kinds = Types.kinds(before);
    return switch (to) {
      case BOOLEAN, DATE -> Distinct.NONE;
      case JSON -> Distinct.KEY;
      case STRING, TIMESTAMP ->
          kinds.equals(Set.of(JsonKind.STRING)) ? Distinct.KEY_AND_ORDER : Distinct.KEY;
      case INTEGER, NUMBER, DECIMAL ->
          kinds.equals(Set.of(JsonKind.NUMBER)) ? Distinct.KEY_AND_ORDER : Distinct.KEY;
    };
  }

  Supplier<RowStep> hash(Rule.Hash hash, FieldPath field) {
    boolean required = masked(field, hash);
    retype(field, Types.retyped(before(field), "string"), Distinct.KEY);
    return step(field, required, () -> new HashMask(hash.algorithm(), hash.secret()));
  }

  Supplier<RowStep> encrypt(Rule.Encrypt encrypt, FieldPath field) {
    AesKey.of(encrypt.key());
    boolean required = masked(field, encrypt);
    retype(field, Types.retyped(before(field), "string"), Distinct.NONE);
    return step(field, required, () -> new EncryptMask(encrypt.key()));
  }

  Supplier<RowStep> tokenise(Rule.Tokenise tokenise, FieldPath field) {
    boolean required = masked(field, tokenise);
    boolean texts = tokenise.as() == TokenForm.EMAIL;
    shape.demand(
        field,
        texts ? Set.of(JsonKind.STRING) : Set.of(JsonKind.STRING, JsonKind.NUMBER),
        texts ? "a text" : "a text or a whole number",
        rule);
    retype(field, tokenSchema(before(field)), Distinct.KEY);
    return step(field, required, () -> new TokenMask(tokenise.key(), tokenise.as()));
  }

  private static Map<String, @Nullable Object> tokenSchema(Map<String, @Nullable Object> before) {
    Set<JsonKind> kinds = Types.kinds(before);
    if (kinds.equals(Set.of(JsonKind.STRING))) {
      return Types.retyped(before, "string");
    }
    return kinds.equals(Set.of(JsonKind.NUMBER))
        ? Types.retyped(before, "integer")
        : new LinkedHashMap<>();
  }

  Supplier<RowStep> redact(Rule.Redact redact, FieldPath field) {
    boolean required = masked(field, redact);
    Object type = FieldRules.scalarSchema(redact.with()).get("type");
    retype(field, Types.retyped(before(field), String.valueOf(type)), Distinct.NONE);
    return step(field, required, () -> new RedactMask(redact.with()));
  }

  Supplier<RowStep> truncate(Rule.Truncate truncate, FieldPath field) {
    boolean required = masked(field, truncate);
    shape.demand(field, Set.of(JsonKind.STRING), "a text", rule);
    retype(field, Types.retyped(before(field), "string"), Distinct.NONE);
    return step(field, required, () -> new TruncateMask(truncate.length()));
  }

  private boolean masked(FieldPath field, Rule.Hiding hiding) {
    boolean required = shape.requires(field, hiding.optional(), rule);
    shape.hide(field);
    return required;
  }

  private void retype(FieldPath field, Map<String, @Nullable Object> type, Distinct distinct) {
    shape.retype(field, type, distinct, rule);
  }

  private Map<String, @Nullable Object> before(FieldPath field) {
    Map<String, @Nullable Object> known = shape.known(field);
    return known == null ? Map.of() : known;
  }

  private static Supplier<RowStep> step(FieldPath field, boolean required, Supplier<Mask> mask) {
    return () -> new MaskStep(new Reach(field, required), mask.get());
  }
}
