package dev.godwit.manifest.internal.document;

/// What JSON allows and the YAML parser does not: tabs between values, and escaped slashes in
/// strings.
final class JsonText {
  private JsonText() {}

  /// The text with such tabs and escapes replaced where it is JSON, the text itself where it is
  /// not.
  static String asYaml(String text) {
    boolean braces = text.startsWith("{") || text.startsWith("[");
    if (!braces || (text.indexOf('\t') < 0 && !text.contains("\\/"))) {
      return text;
    }
    StringBuilder yaml = new StringBuilder(text.length());
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (inString && character == '\\' && i + 1 < text.length()) {
        char escaped = text.charAt(++i);
        yaml.append(escaped == '/' ? "/" : "\\" + escaped);
        continue;
      }
      if (!inString && (character == '\'' || character == '#')) {
        return text;
      }
      inString ^= character == '"';
      yaml.append(character == '\t' && !inString ? ' ' : character);
    }
    return yaml.toString();
  }
}
