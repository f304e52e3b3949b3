package dev.godwit.mapping.internal.read;

import dev.godwit.core.error.GodwitException;
import dev.godwit.mapping.internal.filter.FilterParser;
import dev.godwit.mapping.internal.mask.AesKey;
import dev.godwit.mapping.rule.CastType;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.HashAlgorithm;
import dev.godwit.mapping.rule.OnFailure;
import dev.godwit.mapping.rule.Rule;
import dev.godwit.mapping.rule.Secret;
import dev.godwit.mapping.rule.TokenForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys of each rule.
final class RuleForm {
  /// Bytes of a key for HMAC: shorter ones can be tried one after the other.
  private static final int KEY_BYTES = 16;

  private static final int SALT_BYTES = 8;

  private RuleForm() {}

  /// The names of all rules.
  static List<String> names() {
    return Arrays.stream(Rule.class.getPermittedSubclasses())
        .flatMap(type -> type.isRecord() ? Stream.of(type) : records(type))
        .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Class<?>> records(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .flatMap(type -> type.isRecord() ? Stream.of(type) : records(type));
  }

  static Rule read(Entry entry) {
    return switch (entry.name()) {
      case "rename" -> rename(entry);
      case "drop" -> new Rule.Drop(listed(entry), optional(entry));
      case "keep" -> new Rule.Keep(listed(entry), optional(entry));
      case "flatten" -> flatten(entry);
      case "cast" -> cast(entry);
      case "constant" -> constant(entry);
      case "filter" -> filter(entry);
      case "hash" -> hash(entry);
      case "encrypt" -> encrypt(entry);
      case "tokenise" -> tokenise(entry);
      case "redact" -> redact(entry);
      case "truncate" -> truncate(entry);
      case "sql" -> sql(entry);
      case "assert" -> assertion(entry);
      default -> throw entry.unknownRule();
    };
  }

  private static Rule rename(Entry entry) {
    Map<String, @Nullable Object> values = entry.values("field", "to", "optional");
    return new Rule.Rename(
        entry.path(values, "field"), entry.text(values, "to"), entry.flag(values, "optional"));
  }

  /// The fields of a rule that may be nothing but a list of them.
  private static List<FieldPath> listed(Entry entry) {
    List<?> list = entry.shortList();
    return list == null
        ? entry.fields(entry.values("field", "fields", "optional"))
        : entry.paths(list, entry.name());
  }

  private static boolean optional(Entry entry) {
    return entry.shortList() == null
        && entry.flag(entry.values("field", "fields", "optional"), "optional");
  }

  private static Rule flatten(Entry entry) {
    Map<String, @Nullable Object> values = entry.values("field", "separator", "depth", "optional");
    String separator = values.containsKey("separator") ? entry.text(values, "separator") : "_";
    return new Rule.Flatten(
        entry.path(values, "field"),
        separator,
        entry.count(values, "depth", 1),
        entry.flag(values, "optional"));
  }

  private static Rule cast(Entry entry) {
    Map<String, @Nullable Object> values = entry.values("field", "fields", "to", "optional");
    CastType to = entry.choice(values, "to", CastType.values());
    if (to == null) {
      throw entry.missing("to");
    }
    return new Rule.Cast(entry.fields(values), to, entry.flag(values, "optional"));
  }

  private static Rule constant(Entry entry) {
    Map<String, @Nullable Object> values = entry.values("field", "value");
    if (!values.containsKey("value")) {
      throw entry.missing("value");
    }
    return new Rule.Constant(entry.path(values, "field"), entry.scalar(values, "value"));
  }

  private static Rule filter(Entry entry) {
    String text = entry.shortText();
    if (text == null) {
      throw entry.wrong(null, "is not a text, such as \"total > 10 and status != 'void'\"");
    }
    FilterParser.parse(text);
    return new Rule.Filter(text);
  }

  private static Rule hash(Entry entry) {
    Map<String, @Nullable Object> values =
        entry.values("field", "fields", "algorithm", "key", "salt", "optional");
    HashAlgorithm chosen = entry.choice(values, "algorithm", HashAlgorithm.values());
    HashAlgorithm algorithm = chosen == null ? HashAlgorithm.HMAC_SHA_256 : chosen;
    String wanted = algorithm.isKeyed() ? "key" : "salt";
    String other = algorithm.isKeyed() ? "salt" : "key";
    if (values.containsKey(other)) {
      throw entry.wrong(other, "does not go with " + algorithm.fileName() + "; give a " + wanted);
    }
    Secret secret = entry.secret(values, wanted, algorithm.isKeyed() ? KEY_BYTES : SALT_BYTES);
    return new Rule.Hash(entry.fields(values), algorithm, secret, entry.flag(values, "optional"));
  }

  private static Rule encrypt(Entry entry) {
    Map<String, @Nullable Object> values = entry.values("field", "fields", "key", "optional");
    Secret key = entry.secret(values, "key", KEY_BYTES);
    try {
      AesKey.of(key);
    } catch (GodwitException e) {
      throw entry.inPlace(e, "key");
    }
    return new Rule.Encrypt(entry.fields(values), key, entry.flag(values, "optional"));
  }

  private static Rule tokenise(Entry entry) {
    Map<String, @Nullable Object> values = entry.values("field", "fields", "key", "as", "optional");
    TokenForm form = entry.choice(values, "as", TokenForm.values());
    if (form == null) {
      throw entry.missing("as");
    }
    return new Rule.Tokenise(
        entry.fields(values),
        entry.secret(values, "key", KEY_BYTES),
        form,
        entry.flag(values, "optional"));
  }

  private static Rule redact(Entry entry) {
    List<?> list = entry.shortList();
    if (list != null) {
      return new Rule.Redact(entry.paths(list, entry.name()), "***", false);
    }
    Map<String, @Nullable Object> values = entry.values("field", "fields", "with", "optional");
    Object with = values.containsKey("with") ? entry.scalar(values, "with") : "***";
    if (with == null) {
      throw entry.wrong("with", "is null; drop the field instead");
    }
    return new Rule.Redact(entry.fields(values), with, entry.flag(values, "optional"));
  }

  private static Rule truncate(Entry entry) {
    Map<String, @Nullable Object> values = entry.values("field", "fields", "length", "optional");
    return new Rule.Truncate(
        entry.fields(values), entry.count(values, "length", 0), entry.flag(values, "optional"));
  }

  private static Rule sql(Entry entry) {
    Map<String, @Nullable Object> values = entry.values("field", "expression");
    FieldPath field = entry.path(values, "field");
    if (field.length() > 1) {
      throw entry.wrong("field", "is a field of the row itself, not one inside another");
    }
    return new Rule.Sql(field.keys().getFirst(), entry.text(values, "expression"));
  }

  private static Rule assertion(Entry entry) {
    String text = entry.shortText();
    if (text != null) {
      return new Rule.Assert(text, null);
    }
    Map<String, @Nullable Object> values = entry.values("sql", "on_failure");
    return new Rule.Assert(
        entry.text(values, "sql"), entry.choice(values, "on_failure", OnFailure.values()));
  }
}
