package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Arithmetic;
import dev.godwit.manifest.internal.python.Bound;
import dev.godwit.manifest.internal.python.Iteration;
import dev.godwit.manifest.internal.python.Markup;
import dev.godwit.manifest.internal.python.PercentFormat;
import dev.godwit.manifest.internal.python.PythonException;
import dev.godwit.manifest.internal.python.Regex;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.StringCase;
import dev.godwit.manifest.internal.python.StringPad;
import dev.godwit.manifest.internal.python.StringSearch;
import dev.godwit.manifest.internal.python.StringSplit;
import dev.godwit.manifest.internal.python.StringTrim;
import dev.godwit.manifest.internal.python.Text;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.python.Types;
import dev.godwit.manifest.internal.python.Undefined;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The filters of texts.
final class TextFilters {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TITLE_BREAK =
      Pattern.compile("[-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

  private TextFilters() {}

  static void register(Filters.Registry filters) {
    filters.add("upper(s)", (_, a) -> string(a).toUpperCase(Locale.ROOT));
    filters.add("lower(s)", (_, a) -> string(a).toLowerCase(Locale.ROOT));
    filters.add("capitalize(s)", (_, a) -> StringCase.capitalize(string(a)));
    filters.add("title(s)", (_, a) -> title(string(a)));
    filters.add("trim(value, chars=)", (_, a) -> StringTrim.strip(string(a), a.at(1), true, true));
    filters.add("center(value, width=)", (_, a) -> StringPad.center(string(a), a.integer(1, 80)));
    filters.add("replace(s, old, new, count=)", (_, a) -> replace(a));
    filters.add("format(value, /, *, **)", (_, a) -> format(a));
    filters.add("indent(s, width=, first=, blank=)", (_, a) -> indent(a));
    filters.add("truncate(s, length=, killwords=, end=, leeway=)", (_, a) -> truncate(a));
    filters.add("wordcount(s)", (_, a) -> WORD.matcher(string(a)).results().count());
    filters.add("escape(s)", (_, a) -> escape(a.at(0)));
    filters.add("forceescape(value)", (_, a) -> new Markup(Markup.escape(string(a))));
    filters.add("safe(value)", (_, a) -> new Markup(string(a)));
    filters.add("striptags(value)", (_, a) -> stripTags(string(a)));
    filters.add("regex_search(value, regex)", (_, a) -> search(a));
    filters.add("regex_replace(value, regex, replacement)", (_, a) -> substitute(a));
  }

  private static String string(Bound arguments) {
    return Repr.str(arguments.at(0));
  }

  private static String title(String text) {
    StringBuilder out = new StringBuilder();
    int start = 0;
    for (var breaks = TITLE_BREAK.matcher(text); ; ) {
      boolean found = breaks.find();
      String word = text.substring(start, found ? breaks.start() : text.length());
      if (!word.isEmpty()) {
        int end = word.offsetByCodePoints(0, 1);
        out.append(word.substring(0, end).toUpperCase(Locale.ROOT));
        out.append(word.substring(end).toLowerCase(Locale.ROOT));
      }
      if (!found) {
        return out.toString();
      }
      out.append(breaks.group());
      start = breaks.end();
    }
  }

  private static String replace(Bound arguments) {
    int limit = arguments.at(3) == null ? -1 : arguments.integer(3);
    return StringSearch.replace(
        string(arguments), Repr.str(arguments.at(1)), Repr.str(arguments.at(2)), limit);
  }

  private static String format(Bound arguments) {
    boolean named = !arguments.extra().isEmpty();
    if (named && !arguments.rest().isEmpty()) {
      throw new PythonException(
          PythonException.Kind.RUNTIME,
          "can't handle positional and keyword arguments at the same time");
    }
    Object values = named ? arguments.extra() : new Tuple(arguments.rest());
    return PercentFormat.format(string(arguments), values);
  }

  private static Object indent(Bound arguments) {
    if (arguments.at(0) instanceof List<?>) {
      throw new PythonException(
          PythonException.Kind.ATTRIBUTE, "'list' object has no attribute 'splitlines'");
    }
    String text = (String) Arithmetic.apply(Arithmetic.Operator.ADD, arguments.at(0), "\n");
    Object width = arguments.or(1, 4L);
    String indentation =
        width instanceof String given
            ? given
            : (String) Arithmetic.apply(Arithmetic.Operator.MULTIPLY, " ", width);
    boolean blank = arguments.truth(3, false);
    StringBuilder out = new StringBuilder(arguments.truth(2, false) ? indentation : "");
    List<@Nullable Object> lines = StringSplit.lines(text == null ? "" : text, false);
    for (int i = 0; i < lines.size(); i++) {
      String line = Repr.str(lines.get(i));
      boolean indented = i > 0 && (blank || !line.isEmpty());
      out.append(i > 0 ? "\n" : "").append(indented ? indentation : "").append(line);
    }
    return out.toString();
  }

  private static @Nullable Object truncate(Bound arguments) {
    Object value = arguments.at(0);
    int length = arguments.integer(1, 255);
    String end = arguments.text(3, "...");
    int leeway = arguments.at(4) == null ? 5 : arguments.integer(4);
    if (length < Text.length(end) || leeway < 0) {
      throw PythonException.value("length or leeway too small");
    }
    if (Iteration.length(value) <= (long) length + leeway) {
      return value;
    }
    boolean words = !arguments.truth(2, false);
    if (!(value instanceof String text)) {
      boolean sliced = words && (value instanceof List<?> || value instanceof Tuple);
      throw new PythonException(
          sliced ? PythonException.Kind.ATTRIBUTE : PythonException.Kind.TYPE,
          "'" + Types.name(value) + "' object cannot be truncated");
    }
    int kept = text.offsetByCodePoints(0, length - Text.length(end));
    String cut = text.substring(0, kept);
    if (words) {
      int space = cut.lastIndexOf(' ');
      cut = space < 0 ? cut : cut.substring(0, space);
    }
    return cut + end;
  }

  private static Markup escape(@Nullable Object value) {
    return value instanceof Markup markup ? markup : new Markup(Markup.escape(Repr.str(value)));
  }

  /// Everything outside of tags and comments; one that does not end is text.
  private static String withoutTags(String text) {
    StringBuilder bare = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', from)) {
      boolean comment = text.startsWith("<!--", open);
      int close = comment ? text.indexOf("-->", open + 4) : text.indexOf('>', open);
      if (close < 0) {
        break;
      }
      bare.append(text, from, open);
      from = close + (comment ? 3 : 1);
    }
    return bare.append(text, from, text.length()).toString();
  }

  private static String stripTags(String text) {
    String spaced =
        StringSplit.lines(withoutTags(text), false).stream()
            .map(Repr::str)
            .collect(Collectors.joining(" "))
            .strip()
            .replaceAll("\\s+", " ");
    return spaced
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private static String pattern(Bound arguments, int index) {
    Object pattern = arguments.at(index);
    if (pattern instanceof String text) {
      return text;
    }
    throw PythonException.type("first argument must be string or compiled pattern");
  }

  private static String subject(Bound arguments) {
    Object value = arguments.at(0);
    if (value instanceof String text) {
      return text;
    }
    throw PythonException.type(
        "expected string or bytes-like object, got '" + Types.name(value) + "'");
  }

  private static @Nullable Object search(Bound arguments) {
    Regex regex = Regex.of(pattern(arguments, 1));
    return regex.searchGroup(subject(arguments));
  }

  private static Object substitute(Bound arguments) {
    Regex regex = Regex.of(pattern(arguments, 1));
    Object replacement = arguments.at(2);
    if (!(replacement instanceof String text)) {
      throw replacement instanceof Undefined undefined
          ? undefined.failure()
          : PythonException.type("decoding to str: need a bytes-like object");
    }
    return regex.substitute(subject(arguments), text);
  }
}
