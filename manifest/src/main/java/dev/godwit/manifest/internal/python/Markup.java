package dev.godwit.manifest.internal.python;

import org.jspecify.annotations.Nullable;

/// A str that counts as safe HTML, which `escape`, `safe` and `tojson` give. It behaves as its
/// text, except that its repr shows and that plain strs added to it are escaped.
public record Markup(String text) {
  /// The str behind `value`, if it is markup, else `value`.
  public static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Markup markup ? markup.text : value;
  }

  /// `text` with the characters that mean something in HTML written as entities.
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;");
  }

  /// `left + right` where one of them is markup; null where the other is no str.
  static @Nullable Object sum(@Nullable Object left, @Nullable Object right) {
    String first = escaped(left);
    String second = escaped(right);
    return first == null || second == null ? null : new Markup(first + second);
  }

  private static @Nullable String escaped(@Nullable Object value) {
    return switch (value) {
      case Markup markup -> markup.text;
      case String text -> escape(text);
      case null, default -> null;
    };
  }
}
