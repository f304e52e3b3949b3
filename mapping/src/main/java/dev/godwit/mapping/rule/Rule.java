package dev.godwit.mapping.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One rule of a stream. Rules apply in the order in which they are written; each sees what the
/// ones before it have made of the row. Immutable.
public sealed interface Rule {
  /// The name in files: `rename`.
  default String name() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /// The rule in a few words, without secrets: `hash mail`.
  default String describe() {
    return switch (this) {
      case Rename rename -> "rename %s to %s".formatted(rename.field(), rename.to());
      case Constant constant -> "constant " + constant.field();
      case Filter filter -> "filter " + filter.expression();
      case Sql sql -> "sql %s: %s".formatted(sql.field(), sql.expression());
      case Assert assertion -> "assert " + assertion.sql();
      case OnFields onFields ->
          onFields.fields().stream()
              .map(FieldPath::toString)
              .collect(Collectors.joining(", ", name() + " ", ""));
    };
  }

  /// Rules that go to fields and do the same to each of them.
  sealed interface OnFields extends Rule {
    List<FieldPath> fields();

    /// Whether fields that the schema does not know are no mistake.
    boolean optional();
  }

  /// Rules whose fields show less afterwards than before. Rejected rows are stored without them.
  sealed interface Hiding extends OnFields {}

  /// Gives a field another name in the object that it is in.
  record Rename(FieldPath field, String to, boolean optional) implements OnFields {
    @Override
    public List<FieldPath> fields() {
      return List.of(field);
    }
  }

  /// Removes fields.
  record Drop(List<FieldPath> fields, boolean optional) implements Hiding {
    public Drop {
      fields = List.copyOf(fields);
    }
  }

  /// Removes all fields but these.
  record Keep(List<FieldPath> fields, boolean optional) implements OnFields {
    public Keep {
      fields = List.copyOf(fields);
    }
  }

  /// Puts the fields of an object in its place, under its name, a separator and their own.
  ///
  /// @param depth how many levels of objects go, at least 1
  record Flatten(FieldPath field, String separator, int depth, boolean optional)
      implements OnFields {
    @Override
    public List<FieldPath> fields() {
      return List.of(field);
    }
  }

  /// Makes values of another type out of values.
  record Cast(List<FieldPath> fields, CastType to, boolean optional) implements OnFields {
    public Cast {
      fields = List.copyOf(fields);
    }
  }

  /// Gives a field the same value in all rows.
  ///
  /// @param field a path of keys without arrays
  /// @param value a scalar: null, text, number or boolean
  record Constant(FieldPath field, @Nullable Object value) implements Rule {}

  /// Keeps only rows for which an expression of the filter language is true.
  record Filter(String expression) implements Rule {}

  /// Replaces values by digests, in hexadecimal.
  record Hash(List<FieldPath> fields, HashAlgorithm algorithm, Secret secret, boolean optional)
      implements Hiding {
    public Hash {
      fields = List.copyOf(fields);
    }
  }

  /// Replaces values by texts that whoever has the key can turn back.
  record Encrypt(List<FieldPath> fields, Secret key, boolean optional) implements Hiding {
    public Encrypt {
      fields = List.copyOf(fields);
    }
  }

  /// Replaces values by others of the same form, the same by the same.
  record Tokenise(List<FieldPath> fields, Secret key, TokenForm as, boolean optional)
      implements Hiding {
    public Tokenise {
      fields = List.copyOf(fields);
    }
  }

  /// Replaces values by one that says nothing.
  ///
  /// @param with a scalar
  record Redact(List<FieldPath> fields, @Nullable Object with, boolean optional) implements Hiding {
    public Redact {
      fields = List.copyOf(fields);
    }
  }

  /// Cuts texts off.
  ///
  /// @param length how many characters (code points) stay at most
  record Truncate(List<FieldPath> fields, int length, boolean optional) implements Hiding {
    public Truncate {
      fields = List.copyOf(fields);
    }
  }

  /// Computes a field of the row's fields, in DuckDB's SQL.
  ///
  /// @param field a new field of the row, or one that is replaced
  record Sql(String field, String expression) implements Rule {}

  /// Demands that an SQL expression is true of each row.
  ///
  /// @param onFailure null for what holds for all rules of the stream
  record Assert(String sql, @Nullable OnFailure onFailure) implements Rule {}
}
