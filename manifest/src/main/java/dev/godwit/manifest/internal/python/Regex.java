package dev.godwit.manifest.internal.python;

import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Python's regular expressions on top of Java's. Compiled expressions are cached. Thread-safe.
public final class Regex {
  private static final ConcurrentHashMap<String, Regex> CACHE = new ConcurrentHashMap<>();
  private static final int MAX_CACHED = 1000;

  private final Pattern pattern;
  private final RegexTranslator translator;

  private Regex(String source) {
    translator = new RegexTranslator(source);
    try {
      pattern =
          Pattern.compile(
              translator.translate(), Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);
    } catch (PatternSyntaxException e) {
      throw PythonException.value("bad regular expression: " + e.getDescription());
    }
  }

  /// The expression written as `source`.
  ///
  /// @throws PythonException VALUE when `source` is no regular expression
  public static Regex of(String source) {
    Regex known = CACHE.get(source);
    if (known != null) {
      return known;
    }
    Regex made = new Regex(source);
    if (CACHE.size() < MAX_CACHED) {
      CACHE.put(source, made);
    }
    return made;
  }

  /// Group 1 of the first match anywhere in `text`; an empty text where nothing matches or there is
  /// no such group; null where the group took no part.
  public @Nullable String searchGroup(String text) {
    try {
      Matcher matcher = pattern.matcher(text);
      return matcher.find() && matcher.groupCount() > 0 ? matcher.group(1) : "";
    } catch (StackOverflowError _) {
      throw PythonException.overflow("regular expression too deep for this text");
    }
  }

  /// Whether `re.search` finds anything in `text`.
  public boolean isFoundIn(String text) {
    try {
      return pattern.matcher(text).find();
    } catch (StackOverflowError _) {
      throw PythonException.overflow("regular expression too deep for this text");
    }
  }

  /// What `re.match` finds: a match at the very beginning of `text`; null where there is none.
  public @Nullable String matchAtStart(String text) {
    try {
      Matcher matcher = pattern.matcher(text);
      return matcher.lookingAt() ? matcher.group() : null;
    } catch (StackOverflowError _) {
      throw PythonException.overflow("regular expression too deep for this text");
    }
  }

  /// `re.sub(pattern, replacement, text)`
  ///
  /// @throws PythonException VALUE for a broken replacement
  public String substitute(String text, String replacement) {
    RegexReplacement parts = RegexReplacement.parse(replacement, translator);
    try {
      Matcher matcher = pattern.matcher(text);
      StringBuilder out = new StringBuilder();
      int end = 0;
      while (matcher.find()) {
        out.append(text, end, matcher.start());
        parts.append(matcher, out);
        Arithmetic.checkLength(out.length());
        end = matcher.end();
      }
      return out.append(text, end, text.length()).toString();
    } catch (StackOverflowError _) {
      throw PythonException.overflow("regular expression too deep for this text");
    }
  }
}
