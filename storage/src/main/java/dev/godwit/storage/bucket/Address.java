package dev.godwit.storage.bucket;

import dev.godwit.core.error.GodwitException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where in a bucket objects lie: `s3://bucket/shop?region=eu-central-1`. Names are taken as they
/// are written, without percent-encoding. An address holds no secret.
///
/// @param scheme `s3`
/// @param bucket what stands between `://` and the next slash
/// @param prefix begins the key of each object: empty, or ends with `/`
/// @param options what follows a question mark
public record Address(String scheme, String bucket, String prefix, Map<String, String> options) {
  private static final Pattern SECRET =
      Pattern.compile(".*(secret|token|password|credential|key|^sig$|^sas$).*");

  /// `name:secret@…`; what else has colons are the long names of AWS.
  private static final Pattern LOGIN = Pattern.compile("(?!arn:)[^/@]*:[^@]*@.*");

  /// Reads an address.
  ///
  /// @param known the options that a store of this kind knows
  /// @throws GodwitException CONFIG `storage.address` when it names no bucket, an option that
  ///   nobody knows, or a secret
  public static Address parse(String text, Set<String> known) {
    int question = text.indexOf('?');
    String place = question < 0 ? text : text.substring(0, question);
    Map<String, String> options =
        question < 0 ? Map.of() : options(text.substring(question + 1), known);
    int colon = place.indexOf("://");
    String rest = place.substring(colon + "://".length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    String prefix = slash < 0 ? "" : rest.substring(slash).replaceFirst("^/+", "");
    if (LOGIN.matcher(rest).matches()) {
      throw secret("before the '@'");
    }
    if (bucket.isEmpty()) {
      throw GodwitException.config("storage.address", "The address names no bucket.")
          .hint("Write it as " + place.substring(0, colon) + "://bucket/folder.");
    }
    String folder = prefix.replaceFirst("/+$", "");
    return new Address(
        place.substring(0, colon), bucket, folder.isEmpty() ? "" : folder + "/", options);
  }

  private static Map<String, String> options(String query, Set<String> known) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : query.split("&", -1)) {
      String name = option.replaceFirst("=.*", "");
      if (!known.contains(name)) {
        if (SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
          throw secret("in '" + name + "'");
        }
        throw GodwitException.config(
                "storage.address", "The address has an unknown option '" + name + "'.")
            .hint("Known are " + String.join(", ", new TreeSet<>(known)) + ".");
      }
      options.put(name, option.substring(Math.min(name.length() + 1, option.length())));
    }
    return options;
  }

  private static GodwitException secret(String where) {
    return GodwitException.config(
            "storage.address", "The address holds a secret, " + where + ". It was not used.")
        .hint("Addresses are shown and logged: put secrets into environment variables.");
  }

  /// The value of an option, null where it is not there or empty.
  public @Nullable String option(String name) {
    String value = options.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /// The key of an object in the bucket.
  String key(String path) {
    return prefix + path;
  }

  /// Without options.
  @Override
  public String toString() {
    String text = scheme + "://" + bucket + "/" + prefix;
    return text.substring(0, text.length() - 1);
  }
}
