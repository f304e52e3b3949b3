package dev.godwit.connector;

import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Log;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A configuration of `destination-postgres`.
final class PostgresConfig {
  private static final long USUAL_PORT = 5432;

  /// What other programs know and Godwit has no use for: it keeps no raw tables, and drops nothing
  /// that others depend on.
  private static final List<String> WITHOUT_MEANING =
      List.of("raw_data_schema", "disable_type_dedupe", "drop_cascade", "jdbc_url_params");

  private PostgresConfig() {}

  static Address read(Fields config, Surroundings surroundings) {
    requireNoTunnel(config.object("tunnel_method"));
    tellOfOthers(config, surroundings.log());
    Fields tls = config.object("ssl_mode");
    CertificateFiles files = CertificateFiles.of(tls);
    Map<String, String> options = new LinkedHashMap<>();
    options.put("schema", config.text("schema", "public"));
    String mode = tls.text("mode");
    if (mode != null) {
      options.put("sslmode", mode);
    } else if (config.isTrue("ssl")) {
      options.put("sslmode", "require");
    }
    options.putAll(files.options());
    Map<String, String> secrets = new HashMap<>();
    String password = config.text("password");
    if (password != null) {
      secrets.put("PGPASSWORD", password);
    }
    return new Address(uri(config, options), secrets, null, files::delete);
  }

  private static String uri(Fields config, Map<String, String> options) {
    String host = config.required("host");
    return "postgresql://%s@%s:%d/%s?%s"
        .formatted(
            Address.encoded(config.required("username")),
            host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host,
            config.number("port", USUAL_PORT),
            Address.encoded(config.required("database")),
            options.entrySet().stream()
                .map(option -> option.getKey() + "=" + Address.encoded(option.getValue()))
                .collect(Collectors.joining("&")));
  }

  private static void requireNoTunnel(Fields tunnel) {
    if (!tunnel.text("tunnel_method", "NO_TUNNEL").equals("NO_TUNNEL")) {
      throw tunnel
          .bad("tunnel_method", "is NO_TUNNEL: Godwit opens no tunnels")
          .hint("Open one with ssh -L, and name its end as host and port.");
    }
  }

  private static void tellOfOthers(Fields config, Log log) {
    for (String name : WITHOUT_MEANING) {
      Object value = config.values().get(name);
      if (value != null && !value.equals(false) && !value.equals("")) {
        log.warn("The field " + name + " means nothing here and is left out.");
      }
    }
  }
}
