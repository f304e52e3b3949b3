package dev.godwit.destinations.postgres;

import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.pgtls.TlsFiles;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.SslMode;

/// A database that a URL names, with what the environment says where the URL is silent, as libpq
/// has it. Holds no password.
///
/// @param options those of {@link #OPTIONS} that are set
record Address(String host, int port, String database, String user, Map<String, String> options) {
  static final String SCHEMA = "schema";
  static final String PASSWORD_COMMAND = "password_command";

  /// Options by name, and the variables of the environment that stand in for them; empty for none.
  private static final Map<String, String> OPTIONS = known();

  /// Options that have one of few values.
  private static final Map<String, List<String>> CHOICES =
      Map.of(
          TlsFiles.MODE,
          Arrays.stream(SslMode.VALUES).map(mode -> mode.value).toList(),
          "channel_binding",
          List.of("disable", "prefer", "require"));

  private static final String TIMEOUT = "connect_timeout";

  private static final String USUAL_PORT = "5432";

  private static Map<String, String> known() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put(SCHEMA, "");
    options.put(PASSWORD_COMMAND, "");
    options.put(TlsFiles.MODE, "PGSSLMODE");
    options.put("sslrootcert", "PGSSLROOTCERT");
    options.put("sslcert", "PGSSLCERT");
    options.put("sslkey", "PGSSLKEY");
    options.put("channel_binding", "PGCHANNELBINDING");
    options.put(TIMEOUT, "PGCONNECT_TIMEOUT");
    options.put("application_name", "PGAPPNAME");
    return options;
  }

  /// @param rest what follows `postgresql:` in the URL
  /// @throws GodwitException CONFIG `postgres.bad-url`, also for a password in the URL
  static Address of(String rest, Map<String, String> environment) {
    URI uri = parsed(rest);
    String userInfo = uri.getRawUserInfo();
    if (userInfo != null && userInfo.contains(":")) {
      throw bad("it holds a password, which other users of this machine could see")
          .hint("Leave it out of the URL and set PGPASSWORD, or write it to ~/.pgpass.");
    }
    String user =
        userInfo == null || userInfo.isEmpty()
            ? value("PGUSER", System.getProperty("user.name", "postgres"), environment)
            : decoded(userInfo);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
    return new Address(
        host(uri.getHost() == null ? value("PGHOST", "localhost", environment) : uri.getHost()),
        uri.getPort() < 0
            ? number("PGPORT", value("PGPORT", USUAL_PORT, environment))
            : uri.getPort(),
        path.isEmpty() ? value("PGDATABASE", user, environment) : decoded(path),
        user,
        optionsOf(uri.getRawQuery(), environment));
  }

  /// What a variable says; one that is empty says nothing.
  private static String value(String variable, String otherwise, Map<String, String> environment) {
    String value = environment.getOrDefault(variable, "");
    return value.isEmpty() ? otherwise : value;
  }

  private static URI parsed(String rest) {
    try {
      URI uri = new URI("postgresql:" + rest).parseServerAuthority();
      if (!rest.startsWith("//") || uri.getRawFragment() != null) {
        throw bad("it has another form");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw bad("it has another form");
    }
  }

  /// @return as the password file writes it, for IPv6 without brackets
  private static String host(String text) {
    if (text.startsWith("/") || text.startsWith("@") || text.contains(",")) {
      throw bad("PGHOST has to be one name or address; sockets of files and lists are not known");
    }
    return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw bad(name + " is not a number");
    }
  }

  private static Map<String, String> optionsOf(
      @Nullable String query, Map<String, String> environment) {
    Map<String, String> options = new LinkedHashMap<>();
    OPTIONS.forEach((name, variable) -> {
      String value = environment.get(variable);
      if (value != null && !value.isEmpty()) {
        options.put(name, value);
      }
    });
    for (String pair :
        query == null || query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (!OPTIONS.containsKey(name)) {
        throw bad("it sets '" + name + "', which Godwit does not know")
            .hint("Known are " + String.join(", ", OPTIONS.keySet()) + ".");
      }
      options.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    options.values().removeIf(String::isEmpty);
    requireKnown(options);
    return options;
  }

  private static void requireKnown(Map<String, String> options) {
    CHOICES.forEach((name, values) -> {
      String value = options.getOrDefault(name, values.getFirst());
      if (!values.contains(value)) {
        throw bad("%s is not one of %s".formatted(name, String.join(", ", values)));
      }
    });
    number(TIMEOUT, options.getOrDefault(TIMEOUT, "0"));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static GodwitException bad(String why) {
    return GodwitException.config(
            "postgres.bad-url", "The URL of the database can't be used: " + why + ".")
        .hint("Write postgresql://user@host:5432/database?schema=public.");
  }

  /// The schema of streams without a namespace.
  String schema() {
    String schema = options.getOrDefault(SCHEMA, "");
    return schema.isEmpty() ? "public" : schema;
  }

  /// The address as the driver takes it.
  String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s"
        .formatted(
            host.contains(":") ? "[" + host + "]" : host,
            port,
            URLEncoder.encode(database, StandardCharsets.UTF_8));
  }

  /// Where messages say the database is.
  @Override
  public String toString() {
    return "%s on %s:%d".formatted(database, host, port);
  }
}
