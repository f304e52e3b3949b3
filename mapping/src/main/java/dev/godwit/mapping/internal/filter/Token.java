package dev.godwit.mapping.internal.filter;

import java.util.Locale;

/// A word, a sign or a literal of a filter.
///
/// @param text what it says; for texts and quoted names without quotes
/// @param at where it begins, from 0
record Token(Kind kind, String text, int at) {
  enum Kind {
    /// A keyword or the name of a field.
    WORD,
    /// The name of a field in double quotes.
    NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  /// Whether it is this keyword, in any case.
  boolean isWord(String keyword) {
    return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(keyword);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /// The token in words for messages.
  String describe() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
