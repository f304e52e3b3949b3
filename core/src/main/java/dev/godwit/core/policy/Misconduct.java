package dev.godwit.core.policy;

import dev.godwit.core.schema.FieldType;

/// In what a row is not as its table wants it.
sealed interface Misconduct {
  String field();

  /// Stable, as codes of errors are.
  String code();

  /// In words, without values.
  String describe();

  /// A value for which there is no column.
  record Unwanted(String field) implements Misconduct {
    @Override
    public String code() {
      return "schema.new-column";
    }

    @Override
    public String describe() {
      return "field %s is new".formatted(field);
    }
  }

  /// No value where there must be one.
  record Missing(String field) implements Misconduct {
    @Override
    public String code() {
      return "schema.nullability";
    }

    @Override
    public String describe() {
      return "field %s has no value".formatted(field);
    }
  }

  /// A value of another type.
  record Misfit(String field, FieldType type) implements Misconduct {
    @Override
    public String code() {
      return "schema.type-conflict";
    }

    @Override
    public String describe() {
      return "field %s does not fit %s".formatted(field, type);
    }
  }
}
