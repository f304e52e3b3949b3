package dev.godwit.manifest.internal.python;

import java.util.Locale;

/// The methods of `str`.
final class StringMethods {
  static final MethodTable<String> TABLE =
      new MethodTable<String>("str")
          .method("lower()", (self, _) -> self.toLowerCase(Locale.ROOT))
          .method("upper()", (self, _) -> self.toUpperCase(Locale.ROOT))
          .method("casefold()", (self, _) -> StringCase.fold(self))
          .method("capitalize()", (self, _) -> StringCase.capitalize(self))
          .method("title()", (self, _) -> StringCase.title(self))
          .method("swapcase()", (self, _) -> StringCase.swap(self))
          .method("strip(chars=, /)", (self, a) -> StringTrim.strip(self, a.at(0), true, true))
          .method("lstrip(chars=, /)", (self, a) -> StringTrim.strip(self, a.at(0), true, false))
          .method("rstrip(chars=, /)", (self, a) -> StringTrim.strip(self, a.at(0), false, true))
          .method("removeprefix(prefix, /)", StringTrim::removePrefix)
          .method("removesuffix(suffix, /)", StringTrim::removeSuffix)
          .method("center(width, fill=, /)", (self, a) -> StringPad.center(self, a))
          .method("ljust(width, fill=, /)", (self, a) -> StringPad.left(self, a))
          .method("rjust(width, fill=, /)", (self, a) -> StringPad.right(self, a))
          .method("zfill(width, /)", (self, a) -> StringPad.zeros(self, a.integer(0)))
          .method("expandtabs(tabsize=)", (self, a) -> StringPad.tabs(self, a.integer(0, 8)))
          .method("split(sep=, maxsplit=)", StringSplit::split)
          .method("rsplit(sep=, maxsplit=)", StringSplit::rsplit)
          .method("splitlines(keepends=)", (self, a) -> StringSplit.lines(self, a.truth(0, false)))
          .method("partition(sep, /)", (self, a) -> StringSplit.partition(self, a.text(0)))
          .method("rpartition(sep, /)", (self, a) -> StringSplit.rpartition(self, a.text(0)))
          .method("join(items, /)", (self, a) -> StringSplit.join(self, a.at(0)))
          .method("find(sub, start=, end=, /)", (self, a) -> StringSearch.find(self, a, false))
          .method("rfind(sub, start=, end=, /)", (self, a) -> StringSearch.find(self, a, true))
          .method("index(sub, start=, end=, /)", (self, a) -> StringSearch.index(self, a, false))
          .method("rindex(sub, start=, end=, /)", (self, a) -> StringSearch.index(self, a, true))
          .method("count(sub, start=, end=, /)", StringSearch::count)
          .method("startswith(prefix, start=, end=, /)", StringSearch::startsWith)
          .method("endswith(suffix, start=, end=, /)", StringSearch::endsWith)
          .method("replace(old, new, count=, /)", StringSearch::replace)
          .method("format(*, **)", (self, a) -> BraceFormat.format(self, a.rest(), a.extra()))
          .method("format_map(mapping, /)", (self, a) -> BraceFormat.formatMap(self, a.at(0)))
          .method("encode(encoding=, errors=)", (self, _) -> new Bytes(Codecs.utf8(self)))
          .method("isalnum()", (self, _) -> StringCase.all(self, Character::isLetterOrDigit))
          .method("isalpha()", (self, _) -> StringCase.all(self, Character::isLetter))
          .method("isascii()", (self, _) -> self.chars().allMatch(c -> c < 128))
          .method("isdecimal()", (self, _) -> StringCase.all(self, Character::isDigit))
          .method("isdigit()", (self, _) -> StringCase.all(self, StringCase::isDigit))
          .method("isnumeric()", (self, _) -> StringCase.all(self, StringCase::isNumeric))
          .method("isspace()", (self, _) -> StringCase.all(self, Text::isSpace))
          .method("isidentifier()", (self, _) -> StringCase.isIdentifier(self))
          .method("isprintable()", (self, _) -> self.codePoints().allMatch(StringRepr::isPrintable))
          .method("islower()", (self, _) -> StringCase.isLower(self))
          .method("isupper()", (self, _) -> StringCase.isUpper(self))
          .method("istitle()", (self, _) -> StringCase.isTitle(self));

  private StringMethods() {}
}
