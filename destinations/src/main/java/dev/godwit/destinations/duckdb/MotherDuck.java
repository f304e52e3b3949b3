package dev.godwit.destinations.duckdb;

import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.staging.StagingFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A database of MotherDuck. DuckDB's extension for it is installed with the first connection,
/// which needs the network. The token comes from the environment alone, so that it is in no
/// argument and no file.
final class MotherDuck implements Location {
  static final String PREFIX = "md:";

  private static final String TOKEN = "motherduck_token";
  private static final Pattern NAME = Pattern.compile("[\\w-]{1,200}");
  private static final Pattern ABOUT_TOKEN = Pattern.compile("(?i)token|jwt|authenticat|authoriz");

  private final String name;
  private final @Nullable String token;

  private MotherDuck(String name, @Nullable String token) {
    this.name = name;
    this.token = token;
  }

  /// The database that the part of a URI after `md:` names.
  ///
  /// @throws GodwitException CONFIG `motherduck.bad-name` for anything but a plain name; options
  ///   are refused too, because a token may be among them
  static MotherDuck of(String name, Map<String, String> environment) {
    if (!NAME.matcher(name).matches()) {
      throw GodwitException.config(
              "motherduck.bad-name", "What follows 'md:' is not the name of a database.")
          .hint("Write duckdb:md:my_db. The token belongs into MOTHERDUCK_TOKEN.");
    }
    String upper = environment.get("MOTHERDUCK_TOKEN");
    return new MotherDuck(name, upper == null ? environment.get(TOKEN) : upper);
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public Object place() {
    return PREFIX + name;
  }

  @Override
  public @Nullable GodwitException obstacle() {
    return token == null || token.isBlank()
        ? GodwitException.config(
                "motherduck.no-token", "MotherDuck asks for a token, and the environment has none.")
            .hint("Set MOTHERDUCK_TOKEN.")
        : null;
  }

  @Override
  public Connection connect() {
    GodwitException obstacle = obstacle();
    if (obstacle != null) {
      throw obstacle;
    }
    return connected(new Properties());
  }

  @Override
  public Connection connectReadOnly(Properties properties) {
    GodwitException obstacle = obstacle();
    if (obstacle != null) {
      throw obstacle;
    }
    try {
      return Location.onlyReading(connected(properties));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private Connection connected(Properties properties) {
    Properties all = new Properties();
    all.putAll(properties);
    all.setProperty(TOKEN, String.valueOf(token));
    try {
      return DriverManager.getConnection("jdbc:duckdb:" + PREFIX + name, all);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// The cause is left out, for its message may repeat the token.
  @Override
  public GodwitException failed(SQLException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("Failed to download extension")
        || message.contains("motherduck\" not f")) {
      return GodwitException.transientError(
              "motherduck.extension", "DuckDB's extension for MotherDuck could not be installed.")
          .hint("It is downloaded once. Let this machine reach DuckDB's extensions and run again.");
    }
    if (ABOUT_TOKEN.matcher(message).find()) {
      return GodwitException.config("motherduck.refused", "MotherDuck did not accept the token.")
          .hint("Check MOTHERDUCK_TOKEN, and that its user may write to " + name + ".");
    }
    String safe = token == null ? message : message.replace(token, "***");
    return DuckDbErrors.of(new SQLException(safe), toString());
  }

  @Override
  public StagingFolder staging() {
    return new StagingFolder(
        Path.of(System.getProperty("java.io.tmpdir")), "motherduck-" + name, DuckDbErrors::staging);
  }

  /// Others may write to it at any time.
  @Override
  public Object version() {
    return new Object();
  }

  @Override
  public String toString() {
    return PREFIX + name;
  }
}
