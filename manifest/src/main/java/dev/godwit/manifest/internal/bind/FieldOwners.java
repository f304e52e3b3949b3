package dev.godwit.manifest.internal.bind;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which components have a field, for those who look for a field's right place.
final class FieldOwners {
  /// Types of components by the name of a field, in alphabetical order.
  static final Map<String, List<String>> TYPES = read();

  private FieldOwners() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> types = new HashMap<>();
    for (Class<?> type : SpecRecords.all()) {
      RecordComponent[] parts = type.getRecordComponents();
      for (RecordComponent part : Arrays.asList(parts).subList(1, parts.length)) {
        types.merge(SpecTypes.name(part), List.of(SpecTypes.name(type)), FieldOwners::both);
      }
    }
    return Map.copyOf(types);
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.of(some, more).flatMap(List::stream).sorted().toList();
  }
}
