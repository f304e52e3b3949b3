package dev.godwit.destinations.postgres;

import dev.godwit.core.error.GodwitException;
import dev.godwit.destinations.internal.pgtls.TlsFiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/// Connects to a database. Immutable, for several threads.
record Server(Address address, Map<String, String> environment) {
  private static final String USUAL_TIMEOUT = "30";

  /// The driver throws what it logs there.
  private static final Logger REPEATING = Logger.getLogger("org.postgresql.ssl");

  static {
    REPEATING.setLevel(Level.OFF);
  }

  /// What a commit takes may be long, and a transaction waits while rows are read.
  private static final String SETTINGS =
      """
      set timezone = 'UTC';
      set statement_timeout = 0;
      set lock_timeout = 0;
      set idle_in_transaction_session_timeout = 0;
      set client_min_messages = error;
      set extra_float_digits = 1\
      """;

  /// A new connection. Every statement is a transaction of its own until one is begun.
  ///
  /// @throws GodwitException for whatever stands in the way
  Connection connect() {
    try {
      Connection connection =
          Objects.requireNonNull(new Driver().connect(address.jdbcUrl(), properties()));
      try (Statement statement = connection.createStatement()) {
        statement.execute(SETTINGS);
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, address.user());
    String password = Password.of(address, environment);
    if (password != null) {
      PGProperty.PASSWORD.set(properties, password);
    }
    Map<String, String> options = address.options();
    PGProperty.APPLICATION_NAME.set(properties, options.getOrDefault("application_name", "godwit"));
    String timeout = options.getOrDefault("connect_timeout", USUAL_TIMEOUT);
    PGProperty.CONNECT_TIMEOUT.set(properties, timeout);
    PGProperty.LOGIN_TIMEOUT.set(properties, timeout);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    // Details of errors quote rows.
    PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
    TlsFiles.of(options, environment).describe(properties);
    String binding = options.get("channel_binding");
    if (binding != null) {
      PGProperty.CHANNEL_BINDING.set(properties, binding);
    }
    return properties;
  }

  /// What went wrong with the database.
  GodwitException failed(SQLException e) {
    return PostgresErrors.of(e, address);
  }
}
