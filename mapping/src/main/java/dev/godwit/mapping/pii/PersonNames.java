package dev.godwit.mapping.pii;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names of people. Certain where a known first name stands beside another one; any that is written
/// like a name where the field is called so.
final class PersonNames {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.-]*");
  private static final Pattern FAMILY = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’-]+");
  private static final int MOST_WORDS = 6;
  private static final int MOST_CERTAIN = 4;
  private static final int LONGEST = 80;
  private static final Set<String> FIRST_NAMES = read("first-names.txt");

  /// What stands after a first name in names of other things.
  private static final Set<String> THINGS = read("no-family-names.txt");

  private PersonNames() {}

  static Match match(String text) {
    String[] words = text.replace(",", " ").trim().split(" +", -1);
    if (text.length() > LONGEST || words.length > MOST_WORDS) {
      return Match.NONE;
    }
    boolean plausible =
        Arrays.stream(words).allMatch(word -> WORD.matcher(word).matches())
            && !Character.isLowerCase(words[0].codePointAt(0));
    return Match.certain(plausible && isCertain(text, words)).or(plausible);
  }

  private static boolean isCertain(String text, String[] words) {
    if (words.length < 2 || words.length > MOST_CERTAIN) {
      return false;
    }
    String family = words[words.length - 1];
    boolean turned = text.indexOf(',') > 0;
    String first = turned ? family : words[0];
    String last = turned ? words[0] : family;
    return FIRST_NAMES.contains(Words.plain(first))
        && FAMILY.matcher(last).matches()
        && !THINGS.contains(Words.plain(last));
  }

  private static Set<String> read(String resource) {
    return Lines.of(resource).stream()
        .flatMap(line -> Arrays.stream(line.split(" +", -1)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
