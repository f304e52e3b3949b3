package dev.godwit.session.redact;

/// What stands where a secret was. Its characters stay as they are in addresses, forms and JSON.
final class Placeholder {
  private static final String BEGIN = "redacted.";

  private Placeholder() {}

  static String of(String path) {
    return BEGIN + path.replaceAll("[^A-Za-z0-9._~-]", "_");
  }

  /// The nth value of a name.
  static String of(String name, int number) {
    return of(name) + "." + number;
  }

  /// For values that have to look a certain way: as many characters, of the same kinds.
  static String shaped(String secret) {
    StringBuilder shape = new StringBuilder(secret.length());
    secret
        .chars()
        .forEach(unit ->
            shape.append(
                Character.isDigit(unit)
                    ? '0'
                    : Character.isUpperCase(unit)
                        ? 'X'
                        : Character.isLetter(unit) ? 'x' : (char) unit));
    return shape.toString();
  }
}
