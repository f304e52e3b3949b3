package dev.godwit.mapping.contract;

import dev.godwit.core.json.JsonKind;
import java.util.EnumSet;
import java.util.Set;

/// What kinds of values can meet a demand.
final class DemandKinds {
  private DemandKinds() {}

  static Set<JsonKind> of(Demand demand) {
    return switch (demand) {
      case Demand.Present _, Demand.NotNull _, Demand.Key _ -> EnumSet.allOf(JsonKind.class);
      case Demand.OfType(ValueType type) -> EnumSet.of(of(type));
      case Demand.Matches _, Demand.MinLength _, Demand.MaxLength _ -> EnumSet.of(JsonKind.STRING);
      case Demand.Min _, Demand.Max _ -> EnumSet.of(JsonKind.NUMBER);
      case Demand.OneOf oneOf -> of(oneOf);
    };
  }

  private static JsonKind of(ValueType type) {
    return switch (type) {
      case STRING, DATE, TIMESTAMP -> JsonKind.STRING;
      case INTEGER, NUMBER -> JsonKind.NUMBER;
      case BOOLEAN -> JsonKind.BOOLEAN;
      case OBJECT -> JsonKind.OBJECT;
      case ARRAY -> JsonKind.ARRAY;
    };
  }

  private static Set<JsonKind> of(Demand.OneOf oneOf) {
    Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
    for (Object value : oneOf.values()) {
      kinds.add(
          switch (value) {
            case String _ -> JsonKind.STRING;
            case Boolean _ -> JsonKind.BOOLEAN;
            default -> JsonKind.NUMBER;
          });
    }
    return kinds;
  }
}
