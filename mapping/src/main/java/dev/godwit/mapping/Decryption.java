package dev.godwit.mapping;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.mapping.internal.mask.AesKey;
import dev.godwit.mapping.internal.mask.SealedText;
import dev.godwit.mapping.rule.Secret;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Turns back what the rule `encrypt` has made. Immutable; safe for many threads.
public final class Decryption {
  private final SecretKey key;

  /// @throws GodwitException CONFIG `mapping.bad-secret` when it is no key
  public Decryption(Secret key) {
    this.key = AesKey.of(key);
  }

  /// The value that a text stands for, as JSON has it.
  ///
  /// @throws GodwitException CONFIG `mapping.decrypt` when it is no encrypted value, was changed,
  ///   or belongs to another key
  public @Nullable Object value(String encrypted) {
    return JsonParser.LENIENT.parse(SealedText.open(encrypted, key));
  }

  /// The value that a text stands for, as the JSON that it was: numbers have all their digits.
  ///
  /// @throws GodwitException CONFIG `mapping.decrypt` as {@link #value} does
  public String json(String encrypted) {
    return new String(SealedText.open(encrypted, key), StandardCharsets.UTF_8);
  }
}
