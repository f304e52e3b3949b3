package dev.godwit.mapping.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/// What one check demands of a field. All but the first three let a field be missing or null.
public sealed interface Demand {
  /// What a field is that does not meet it.
  Breach breach();

  /// A demand that was not met.
  ///
  /// @param code stable, as those of errors
  /// @param words what is wrong, after the name of the field: `is missing`
  record Breach(String code, String words) {}

  /// The field is there. It may be null.
  record Present() implements Demand {
    @Override
    public Breach breach() {
      return new Breach("contract.required", "is missing");
    }
  }

  /// The field has a value, so it is neither missing nor null.
  record NotNull() implements Demand {
    @Override
    public Breach breach() {
      return new Breach("contract.nullable", "has no value");
    }
  }

  /// As {@link NotNull}, for a part of the primary key.
  record Key() implements Demand {
    @Override
    public Breach breach() {
      return new Breach("contract.keys", "is part of the primary key and has no value");
    }
  }

  /// The value is of a type.
  record OfType(ValueType type) implements Demand {
    @Override
    public Breach breach() {
      return new Breach("contract.type", "is not of type " + type.fileName());
    }
  }

  /// The pattern is found somewhere in the text.
  record Matches(Pattern pattern) implements Demand {
    @Override
    public Breach breach() {
      return new Breach("contract.matches", "does not match '" + pattern.pattern() + "'");
    }
  }

  /// The text has at least so many characters.
  ///
  /// @param characters as Unicode counts them
  record MinLength(long characters) implements Demand {
    @Override
    public Breach breach() {
      return new Breach(
          "contract.min-length", "is shorter than %,d characters".formatted(characters));
    }
  }

  /// The text has at most so many characters.
  ///
  /// @param characters as Unicode counts them
  record MaxLength(long characters) implements Demand {
    @Override
    public Breach breach() {
      return new Breach(
          "contract.max-length", "is longer than %,d characters".formatted(characters));
    }
  }

  /// The number is not less.
  record Min(BigDecimal bound) implements Demand {
    @Override
    public Breach breach() {
      return new Breach(
          "contract.min", "is not a number from " + bound.toPlainString() + " upwards");
    }
  }

  /// The number is not greater.
  record Max(BigDecimal bound) implements Demand {
    @Override
    public Breach breach() {
      return new Breach("contract.max", "is not a number up to " + bound.toPlainString());
    }
  }

  /// The value is one of these.
  ///
  /// @param values texts, numbers and booleans
  record OneOf(List<Object> values) implements Demand {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public Breach breach() {
      return new Breach("contract.values", "is none of the accepted values");
    }
  }
}
