package dev.godwit.mapping.contract;

import dev.godwit.core.json.JsonKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes tests of values out of demands.
final class ValueTests {
  private ValueTests() {}

  /// The test for a demand. Those that only ask for a value are met by whatever is there.
  static ValueTest of(Demand demand) {
    return switch (demand) {
      case Demand.Present(), Demand.NotNull(), Demand.Key() -> (page, start, end, kind) -> true;
      case Demand.OfType(ValueType type) -> ofType(type);
      case Demand.Matches(Pattern pattern) -> new PatternTest(pattern);
      case Demand.MinLength(long least) ->
          (page, start, end, kind) ->
              kind == JsonKind.STRING && Texts.length(page, start, end) >= least;
      case Demand.MaxLength(long most) ->
          (page, start, end, kind) ->
              kind == JsonKind.STRING && Texts.length(page, start, end) <= most;
      case Demand.Min(BigDecimal least) -> {
        Bound bound = Bound.of(least);
        yield (page, start, end, kind) ->
            kind == JsonKind.NUMBER && Numbers.compare(page, start, end, bound) >= 0;
      }
      case Demand.Max(BigDecimal most) -> {
        Bound bound = Bound.of(most);
        yield (page, start, end, kind) ->
            kind == JsonKind.NUMBER && Numbers.compare(page, start, end, bound) <= 0;
      }
      case Demand.OneOf(List<Object> values) -> oneOf(values);
    };
  }

  private static ValueTest ofType(ValueType type) {
    return switch (type) {
      case STRING -> (page, start, end, kind) -> kind == JsonKind.STRING;
      case INTEGER ->
          (page, start, end, kind) -> kind == JsonKind.NUMBER && Numbers.isWhole(page, start, end);
      case NUMBER -> (page, start, end, kind) -> kind == JsonKind.NUMBER;
      case BOOLEAN -> (page, start, end, kind) -> kind == JsonKind.BOOLEAN;
      case OBJECT -> (page, start, end, kind) -> kind == JsonKind.OBJECT;
      case ARRAY -> (page, start, end, kind) -> kind == JsonKind.ARRAY;
      case DATE -> {
        Moments moments = new Moments();
        yield (page, start, end, kind) ->
            kind == JsonKind.STRING && moments.isDate(page, start + 1, end - 1);
      }
      case TIMESTAMP -> {
        Moments moments = new Moments();
        yield (page, start, end, kind) ->
            kind == JsonKind.STRING && moments.isTimestamp(page, start + 1, end - 1);
      }
    };
  }

  private static ValueTest oneOf(List<Object> values) {
    AcceptedTexts texts = new AcceptedTexts();
    List<Bound> numbers = new ArrayList<>();
    Set<Boolean> truths = new HashSet<>();
    for (Object value : values) {
      switch (value) {
        case String text -> texts.add(text);
        case Boolean truth -> truths.add(truth);
        case BigInteger large -> numbers.add(Bound.of(new BigDecimal(large)));
        case Double fraction -> numbers.add(Bound.of(BigDecimal.valueOf(fraction)));
        default -> numbers.add(Bound.of(new BigDecimal(value.toString())));
      }
    }
    return (page, start, end, kind) ->
        switch (kind) {
          case STRING -> texts.contains(page, start, end);
          case BOOLEAN -> truths.contains(page[start] == 't');
          case NUMBER ->
              numbers.stream().anyMatch(one -> Numbers.compare(page, start, end, one) == 0);
          case OBJECT, ARRAY, NULL -> false;
        };
  }
}
