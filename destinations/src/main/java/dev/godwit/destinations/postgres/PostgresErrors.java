package dev.godwit.destinations.postgres;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Turns the driver's and the server's errors into ours, by SQLSTATE. Only messages are passed on
/// that name objects; others may quote rows.
final class PostgresErrors {
  private static final String UNDEFINED_COLUMN = "42703";

  /// The driver was asked for a password and has none.
  private static final String REJECTED = "08004";

  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");
  private static final Set<String> STOPPED = Set.of("57P01", "57P02", "57P03", "57P05");

  private static final String GO_ON = "Run again: it goes on from the last checkpoint.";

  private PostgresErrors() {}

  static GodwitException of(SQLException e, Address address) {
    GodwitException tls = TlsErrors.of(e, first(e), address);
    return (tls == null ? told(e, address) : tls).causedBy(e);
  }

  private static GodwitException told(SQLException e, Address address) {
    String state = state(e);
    if (isLogin(e) || state.equals(REJECTED)) {
      return GodwitException.config(
              "postgres.login",
              "The server of %s does not let user %s in: %s"
                  .formatted(address, address.user(), first(e)))
          .hint(
              "Check the user, and the password in PGPASSWORD, ~/.pgpass (which others must not be"
                  + " able to read) or password_command; a server may also admit users from some"
                  + " machines, with TLS or with a certificate only.");
    }
    if (state.startsWith("08") || state.isEmpty() || STOPPED.contains(state)) {
      return unreachable(e, address);
    }
    return switch (state) {
      case "3D000" ->
          GodwitException.config("postgres.no-database", "There is no database " + address + ".")
              .hint("Create it, or name another one in the URL.");
      case "42501" -> denied(e, address);
      case "25006" ->
          GodwitException.config("postgres.read-only", address + " takes no writes.")
              .hint("Name the primary server, not one that follows it.");
      case "53100" ->
          GodwitException.transientError(
                  "postgres.disk-full", "The disk of " + address + " is full.")
              .hint("Free some space on the server and run again.");
      case "53300" ->
          GodwitException.transientError(
                  "postgres.connections", address + " has no connection left.")
              .hint("Let fewer streams run at once, or raise max_connections.");
      case "2BP01", "0A000" ->
          GodwitException.config(
                  "postgres.in-use", "Something depends on a table that has to change: " + first(e))
              .hint("Drop the view, run again, and create the view anew.");
      case "54011" ->
          GodwitException.config(
                  "postgres.columns", "A table of Postgres can't have so many columns.")
              .hint("Choose fields, so that 1,500 columns are enough.");
      default -> other(state, address);
    };
  }

  private static GodwitException other(String state, Address address) {
    if (CONFLICTS.contains(state)) {
      return GodwitException.transientError(
              "postgres.conflict", "Somebody else held what a commit to " + address + " needed.")
          .hint(GO_ON);
    }
    if (state.startsWith("53") || state.startsWith("58")) {
      return GodwitException.transientError(
              "postgres.resources", "%s ran out of something (%s).".formatted(address, state))
          .hint("The server's log says of what. " + GO_ON);
    }
    return GodwitException.system(
        "postgres.refused", "Postgres refused to go on: SQLSTATE " + state + ".");
  }

  private static GodwitException unreachable(SQLException e, Address address) {
    if (cause(e, UnknownHostException.class) != null) {
      return GodwitException.config(
              "postgres.unknown-host", "No host is called " + address.host() + ".")
          .hint("Check the host in the URL.");
    }
    if (cause(e, ConnectException.class) != null
        || cause(e, SocketTimeoutException.class) != null) {
      return GodwitException.transientError(
              "postgres.unreachable", "The server of " + address + " does not answer.")
          .hint("Check host and port, that the server runs, and that it may be reached from here.");
    }
    return GodwitException.transientError(
            "postgres.connection-lost", "The connection to " + address + " was lost.")
        .hint(GO_ON);
  }

  /// Such messages name what the right is about, and details name the right.
  private static GodwitException denied(SQLException e, Address address) {
    ServerErrorMessage told = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    String detail = told == null || told.getDetail() == null ? "" : " " + told.getDetail();
    return GodwitException.config(
            "postgres.no-access",
            "User %s lacks a right in %s: %s.%s"
                .formatted(address.user(), address, first(e), detail))
        .hint("Grant it, or make the user own Godwit's tables; the page on Postgres lists rights.");
  }

  /// Whether the server has refused a user.
  static boolean isLogin(SQLException e) {
    return state(e).startsWith("28");
  }

  /// Whether the server is gone, so that nobody has said what became of a statement.
  static boolean isLost(SQLException e) {
    String state = state(e);
    return state.startsWith("08") || STOPPED.contains(state) || cause(e, IOException.class) != null;
  }

  static boolean isAboutColumns(SQLException e) {
    return state(e).equals(UNDEFINED_COLUMN);
  }

  /// The server's message without its details; it names objects.
  private static String first(SQLException e) {
    ServerErrorMessage told = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    String message = told == null ? e.getMessage() : told.getMessage();
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  static String state(SQLException e) {
    String state = e.getSQLState();
    return state == null ? "" : state;
  }

  static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
