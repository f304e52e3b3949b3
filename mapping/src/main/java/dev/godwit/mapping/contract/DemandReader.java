package dev.godwit.mapping.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what a group of checks demands of a field.
final class DemandReader {
  private final Entries group;
  private final List<Demand> demands = new ArrayList<>();

  DemandReader(Entries group) {
    this.group = group;
  }

  List<Demand> demands() {
    if (group.flag("required", false)) {
      demands.add(new Demand.Present());
    }
    if (!group.flag("nullable", true)) {
      demands.add(new Demand.NotNull());
    }
    type(group.text("type"));
    matches(group.text("matches"));
    lengths(group.count("min_length"), group.count("max_length"));
    bounds(bound("min"), bound("max"));
    values(group.value("values"));
    group.end();
    return demands;
  }

  private void type(@Nullable String name) {
    if (name != null) {
      Optional<ValueType> type =
          Arrays.stream(ValueType.values()).filter(one -> one.fileName().equals(name)).findAny();
      demands.add(new Demand.OfType(type.orElseThrow(() -> wrongType())));
    }
  }

  private RuntimeException wrongType() {
    return Entries.wrong(
        group.path("type"),
        Arrays.stream(ValueType.values())
            .map(ValueType::fileName)
            .collect(Collectors.joining(", ", "one of ", "")));
  }

  private void matches(@Nullable String pattern) {
    if (pattern != null) {
      try {
        demands.add(new Demand.Matches(Pattern.compile(pattern)));
      } catch (PatternSyntaxException e) {
        throw Entries.wrong(group.path("matches"), "a regular expression").causedBy(e);
      }
    }
  }

  private void lengths(@Nullable Long min, @Nullable Long max) {
    if (min != null) {
      demands.add(new Demand.MinLength(min));
    }
    if (max != null) {
      demands.add(new Demand.MaxLength(max));
    }
    if (min != null && max != null && min > max) {
      throw Entries.wrong(group.path("max_length"), "min_length or more");
    }
  }

  private void bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {
    if (min != null) {
      demands.add(new Demand.Min(min));
    }
    if (max != null) {
      demands.add(new Demand.Max(max));
    }
    if (min != null && max != null && min.compareTo(max) > 0) {
      throw Entries.wrong(group.path("max"), "min or more");
    }
  }

  private @Nullable BigDecimal bound(String key) {
    return switch (group.value(key)) {
      case null -> null;
      case Long whole -> BigDecimal.valueOf(whole);
      case BigInteger large -> new BigDecimal(large);
      case Double fraction when Double.isFinite(fraction) -> BigDecimal.valueOf(fraction);
      default -> throw Entries.wrong(group.path(key), "a number");
    };
  }

  private void values(@Nullable Object values) {
    if (values == null) {
      return;
    }
    if (!(values instanceof List<?> list) || list.stream().anyMatch(DemandReader::isTree)) {
      throw Entries.wrong(group.path("values"), "a list of texts, numbers, true, false or null");
    }
    List<Object> accepted = new ArrayList<>();
    for (Object value : list) {
      if (value != null) {
        accepted.add(value);
      }
    }
    demands.add(new Demand.OneOf(accepted));
  }

  private static boolean isTree(@Nullable Object value) {
    return value instanceof Map<?, ?> || value instanceof List<?>;
  }
}
