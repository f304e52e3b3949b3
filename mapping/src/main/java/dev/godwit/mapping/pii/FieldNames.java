package dev.godwit.mapping.pii;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Knows what fields with personal data are called, in English, German, French, Spanish, Italian,
/// Portuguese, Dutch, Polish and Swedish.
final class FieldNames {
  private static final String NAME = " name ";

  private static final Map<PiiClass, Set<String>> STRONG = new EnumMap<>(PiiClass.class);
  private static final Map<PiiClass, Set<String>> WEAK = new EnumMap<>(PiiClass.class);

  /// Words for people, beside which a `name` is that of a person.
  private static final Set<String> PEOPLE = new HashSet<>();

  /// Words at the end of a name that make it one of something about the data.
  private static final Set<String> ABOUT = new HashSet<>();

  /// Words for numbers and texts that look like numbers of people.
  private static final Set<String> OTHER_NUMBERS = new HashSet<>();

  static {
    for (String line : Lines.of("field-names.txt")) {
      String[] parts = line.split(":", 2);
      String[] head = parts[0].split(" ", -1);
      Set<String> phrases =
          switch (head[0]) {
            case "strong" -> known(STRONG, head[1]);
            case "weak" -> known(WEAK, head[1]);
            case "people" -> PEOPLE;
            case "about" -> ABOUT;
            default -> OTHER_NUMBERS;
          };
      for (String phrase : parts[1].split(",", -1)) {
        phrases.add(" " + phrase.strip() + " ");
      }
    }
  }

  private FieldNames() {}

  private static Set<String> known(Map<PiiClass, Set<String>> phrases, String pii) {
    return phrases.computeIfAbsent(PiiClass.valueOf(pii), _ -> new HashSet<>());
  }

  /// What a name says.
  ///
  /// @param path the names from the stream to the field
  static Evidence of(PiiClass pii, List<String> path) {
    String own = Words.of(path.getLast());
    String before = path.size() > 1 ? Words.of(path.get(path.size() - 2)) : " ";
    if (pii == PiiClass.PERSON_NAME && own.endsWith(NAME)) {
      return ofName(own, before);
    }
    boolean about = ABOUT.stream().anyMatch(own::endsWith);
    if (containsAny(own, STRONG.getOrDefault(pii, Set.of()))) {
      return about && !isStrongAtTheEnd(own, pii) ? Evidence.NONE : Evidence.STRONG;
    }
    if (isStrongTogether(before, own, pii)) {
      return Evidence.STRONG;
    }
    if (containsAny(own, WEAK.getOrDefault(pii, Set.of()))) {
      return about ? Evidence.NONE : Evidence.WEAK;
    }
    return containsAny(own, OTHER_NUMBERS) ? Evidence.AGAINST : Evidence.NONE;
  }

  /// As `tax id`, which is no id of a tax.
  private static boolean isStrongAtTheEnd(String own, PiiClass pii) {
    return STRONG.getOrDefault(pii, Set.of()).stream().anyMatch(own::endsWith);
  }

  /// As `number` in `card`, `line1` in `address`.
  private static boolean isStrongTogether(String before, String own, PiiClass pii) {
    String both = before.stripTrailing() + own;
    return STRONG.getOrDefault(pii, Set.of()).stream()
        .anyMatch(phrase -> phrase.length() > own.length() && both.endsWith(phrase));
  }

  private static Evidence ofName(String own, String before) {
    if (containsAny(own, STRONG.getOrDefault(PiiClass.PERSON_NAME, Set.of()))
        || containsAny(own, PEOPLE)) {
      return Evidence.STRONG;
    }
    if (own.equals(NAME)) {
      return containsAny(before, PEOPLE) ? Evidence.STRONG : Evidence.WEAK;
    }
    boolean weak =
        WEAK.getOrDefault(PiiClass.PERSON_NAME, Set.of()).stream()
            .anyMatch(phrase -> phrase.length() > NAME.length() && own.endsWith(phrase));
    return weak ? Evidence.WEAK : Evidence.AGAINST;
  }

  private static boolean containsAny(String words, Set<String> phrases) {
    for (String phrase : phrases) {
      if (words.contains(phrase)) {
        return true;
      }
    }
    return false;
  }
}
