package dev.godwit.mapping.internal.mask;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.mapping.internal.row.RowFailure;
import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.Secret;
import dev.godwit.mapping.rule.TokenForm;
import java.util.Locale;
import java.util.regex.Pattern;

/// Other values of the same form: the same value always has the same token, and no other value of
/// its form has it.
public final class TokenMask implements Mask {
  /// No mail is delivered below this name: RFC 2606 keeps it for examples.
  private static final String NOWHERE = ".example";

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]++@[^@\\s]++");
  private static final Pattern PHONE = Pattern.compile("[-+()./ ]*+([0-9][-+()./ ]*+)++");
  private static final Pattern UUID =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");

  private final TokenForm form;
  private final TextTokens texts;
  private final NumberTokens numbers;
  private final UuidTokens uuids;

  public TokenMask(Secret key, TokenForm form) {
    this.form = form;
    this.texts = new TextTokens(new Permutation(key, form.name().toLowerCase(Locale.ROOT)));
    this.numbers = new NumberTokens(new Permutation(key, "number"));
    this.uuids = new UuidTokens(new Permutation(key, "uuid"));
  }

  @Override
  public void write(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    switch (page[start]) {
      case '"' ->
          JsonWriter.write(token(String.valueOf(JsonPiece.read(page, start, end)), field), target);
      case '{', '[', 't', 'f' -> throw RowFailure.unexpected(field, expected());
      default -> number(page, start, end, field, target);
    }
  }

  private void number(byte[] page, int start, int end, FieldPath field, JsonBuffer target)
      throws RowFailure {
    if (form == TokenForm.EMAIL || !CanonicalNumber.isPlain(page, start, end)) {
      throw RowFailure.unexpected(field, expected());
    }
    numbers.write(page, start, end, target);
  }

  private String token(String text, FieldPath field) throws RowFailure {
    boolean fits =
        switch (form) {
          case EMAIL -> ADDRESS.matcher(text).matches();
          case PHONE -> PHONE.matcher(text).matches();
          case ID, TEXT -> true;
        };
    if (!fits) {
      throw RowFailure.unexpected(field, expected());
    }
    if (form == TokenForm.ID && UUID.matcher(text).matches()) {
      return uuids.of(text);
    }
    return texts.of(text) + (form == TokenForm.EMAIL ? NOWHERE : "");
  }

  private String expected() {
    return switch (form) {
      case EMAIL -> "a mail address";
      case PHONE -> "a phone number";
      case ID, TEXT -> "a text or a whole number";
    };
  }
}
