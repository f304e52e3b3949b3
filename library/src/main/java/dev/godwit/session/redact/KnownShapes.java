package dev.godwit.session.redact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What well-known secrets look like.
final class KnownShapes {
  /// A signed token is another one each time that it is signed.
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*");

  private static final Map<String, Pattern> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put("a JSON web token", SIGNED);
    add("a private key", "-----BEGIN [A-Z ]*PRIVATE KEY");
    add("an access key of AWS", "(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])");
    add("a token of GitHub", "gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,}");
    add("a token of GitLab", "glpat-[A-Za-z0-9_-]{20,}");
    add("a key of Stripe", "(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/]{20,}");
    add("a token of Slack", "xox[abeoprs]-[A-Za-z0-9-]{10,}");
    add("a key of Google", "AIza[A-Za-z0-9_-]{35}|ya29\\.[A-Za-z0-9_-]{20,}");
    add("a key of SendGrid", "SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}");
    add("a token of Shopify", "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}");
    add("a token of npm", "npm_[A-Za-z0-9]{36}");
    add("a token of HubSpot", "pat-(?:na|eu)1-[a-f0-9-]{36}");
    add("a key of an AI service", "sk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}");
    add("a token of Databricks", "dapi[a-f0-9]{32}");
    add("a token of Airtable", "pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}");
    add("a token of Notion", "(?<![A-Za-z0-9])(?:secret|ntn)_[A-Za-z0-9]{40,}");
    add("credentials in an address", "[a-z][a-z0-9+.-]*://[^/\\s:@\"']+:[^/\\s@\"']+@");
  }

  private KnownShapes() {}

  private static void add(String name, String shape) {
    SHAPES.put(name, Pattern.compile(shape));
  }

  /// What a text has in it; null where it has nothing that looks like a secret.
  static @Nullable String in(String text) {
    for (Map.Entry<String, Pattern> shape : SHAPES.entrySet()) {
      if (shape.getValue().matcher(text).find()) {
        return shape.getKey();
      }
    }
    return null;
  }

  static String withoutSignedTokens(String text) {
    return text.contains("eyJ") ? SIGNED.matcher(text).replaceAll("redacted.jwt") : text;
  }
}
