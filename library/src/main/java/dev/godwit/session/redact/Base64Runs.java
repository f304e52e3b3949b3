package dev.godwit.session.redact;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Text in base64 in the middle of other text, as in Basic authentication.
final class Base64Runs {
  private static final Pattern RUN =
      Pattern.compile("(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{8,}(?:={1,2}|(?:%3[Dd]){1,2})?");

  private Base64Runs() {}

  /// Changes what is encoded and encodes it anew.
  static String apply(String text, UnaryOperator<String> change) {
    Matcher runs = RUN.matcher(text);
    return runs.replaceAll(run -> Matcher.quoteReplacement(changed(run, change)));
  }

  private static String changed(MatchResult run, UnaryOperator<String> change) {
    String decoded = decoded(run.group());
    if (decoded == null) {
      return run.group();
    }
    String changed = change.apply(decoded);
    return changed.equals(decoded) ? run.group() : encoded(changed, run.group());
  }

  private static String encoded(String text, String like) {
    boolean forAddresses = like.indexOf('_') >= 0 || like.indexOf('-') >= 0;
    boolean escaped = like.contains("%3");
    boolean padded = like.endsWith("=") || escaped || like.length() % 4 == 0;
    Base64.Encoder encoder = forAddresses ? Base64.getUrlEncoder() : Base64.getEncoder();
    String encoded =
        (padded ? encoder : encoder.withoutPadding())
            .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return escaped ? encoded.replace("=", "%3D") : encoded;
  }

  /// Null where it is no text.
  private static @Nullable String decoded(String run) {
    String plain = run.replaceAll("(?i)%3d|=", "").replace('-', '+').replace('_', '/');
    if (plain.length() % 4 == 1) {
      return null;
    }
    byte[] bytes = Base64.getDecoder().decode(plain);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException noText) {
      return null;
    }
  }
}
