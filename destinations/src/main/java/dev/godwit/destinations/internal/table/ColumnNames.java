package dev.godwit.destinations.internal.table;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/// Gives each field a column name of its own. Names of many databases ignore case; JSON's keys do
/// not.
public final class ColumnNames {
  private ColumnNames() {}

  /// Column names by key, in the order of `keys`. Keys keep their name; of keys that differ in case
  /// only, the one with the most lower-case letters in front keeps it and the others get a suffix
  /// that depends on the key alone.
  ///
  /// @param taken names that are not to be had
  /// @param fitted makes a name one that the database takes as it is; gives back nearly all as they
  ///   are
  public static Map<String, String> of(
      Collection<String> keys, Collection<String> taken, UnaryOperator<String> fitted) {
    return of(keys, taken, fitted, List.of());
  }

  /// As {@link #of(Collection, Collection, UnaryOperator)}, for a table that has columns already. A
  /// column whose name differs from a key in case belongs to another field, that once was or will
  /// be.
  ///
  /// @param present names of the columns
  public static Map<String, String> of(
      Collection<String> keys,
      Collection<String> taken,
      UnaryOperator<String> fitted,
      Collection<String> present) {
    Set<String> used = new HashSet<>();
    taken.forEach(name -> used.add(folded(name)));
    Map<String, String> there = new HashMap<>();
    present.forEach(name -> there.put(folded(name), name));
    Map<String, String> chosen = new LinkedHashMap<>();
    List<String> lowerCaseFirst = keys.stream().sorted(Comparator.reverseOrder()).toList();
    for (String key : lowerCaseFirst) {
      String name = fitted.apply(key.replace("\0", ""));
      while (name.isEmpty()
          || !there.getOrDefault(folded(name), name).equals(name)
          || !used.add(folded(name))) {
        name = fitted.apply(suffixed(name, key));
      }
      chosen.put(key, name);
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    keys.forEach(key -> ordered.put(key, chosen.getOrDefault(key, key)));
    return ordered;
  }

  private static String suffixed(String plain, String key) {
    CRC32 crc = new CRC32();
    crc.update(key.getBytes(StandardCharsets.UTF_8));
    return "%s_%08x".formatted(plain, crc.getValue());
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
