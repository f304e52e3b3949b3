package dev.godwit.destinations.postgres;

import dev.godwit.core.error.GodwitException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a user may do what syncs do.
final class Rights {
  private static final int OLDEST = 130_000;

  private Rights() {}

  /// What stands in the way of writing; null when nothing does, as far as it can be told before.
  static @Nullable GodwitException obstacle(Connection connection, Address address)
      throws SQLException {
    int version = version(connection);
    if (version < OLDEST) {
      return GodwitException.config(
              "postgres.too-old", "The server of %s is older than Postgres 13.".formatted(address))
          .hint("Update the server.");
    }
    if (!has(connection, "has_database_privilege(current_database(), 'temporary')", null)) {
      return lacking(address, "grant temporary on database");
    }
    boolean exists = Catalog.schemaExists(connection, address.schema());
    if (!exists && !has(connection, "has_database_privilege(current_database(), 'create')", null)) {
      return lacking(address, "grant create on database");
    }
    for (String right : exists ? List.of("usage", "create") : List.<String>of()) {
      String test = "has_schema_privilege(?, '" + right + "')";
      if (!has(connection, test, address.schema())) {
        return lacking(address, "grant %s on schema %s".formatted(right, address.schema()));
      }
    }
    return null;
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("show server_version_num")) {
      found.next();
      return found.getInt(1);
    }
  }

  private static boolean has(Connection connection, String test, @Nullable String name)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select pg_catalog." + test)) {
      if (name != null) {
        select.setString(1, name);
      }
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return found.getBoolean(1);
      }
    }
  }

  private static GodwitException lacking(Address address, String grant) {
    return GodwitException.config(
            "postgres.no-access", "User %s lacks a right in %s.".formatted(address.user(), address))
        .hint("Let somebody who may run: " + grant + " to the user.");
  }
}
