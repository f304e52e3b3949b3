package dev.godwit.destinations.duckdb;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns DuckDB's errors into ours. Messages about rows are not passed on: they quote values.
final class DuckDbErrors {
  private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)\\)");

  private DuckDbErrors() {}

  /// What went wrong while opening or using a database.
  ///
  /// @param file what messages call it
  static GodwitException of(SQLException e, String file) {
    String message = String.valueOf(e.getMessage());
    return told(message, file).causedBy(e);
  }

  private static GodwitException told(String message, String file) {
    if (message.contains("Could not set lock on file")) {
      return locked(message, file);
    }
    if (message.contains("different configuration than existing connections")) {
      return GodwitException.transientError(
              "duckdb.locked", file + " is being read by this program, so it can't be written now.")
          .hint("Close rows and connections that read it, and try again.");
    }
    if (message.contains("not a valid DuckDB database file")) {
      return GodwitException.config("duckdb.not-a-database", file + " is not a DuckDB database.")
          .hint("Name another file; this one was left as it is.");
    }
    if (message.contains("newer version") || message.contains("storage version")) {
      return GodwitException.config(
              "duckdb.newer-file", file + " was written by a newer DuckDB than Godwit's.")
          .hint("Update Godwit, or name another file.");
    }
    if (message.contains("No space left on device")) {
      return GodwitException.transientError("duckdb.disk-full", "The disk of " + file + " is full.")
          .hint("Free some space and run again: it goes on from the last checkpoint.");
    }
    if (message.contains("Permission denied") || message.contains("Read-only file system")) {
      return GodwitException.config("duckdb.no-access", file + " cannot be written: no permission.")
          .hint("Check who owns the file and its folder.");
    }
    if (message.startsWith("Out of Memory")) {
      return GodwitException.system(
          "duckdb.memory", "DuckDB ran out of memory while writing to " + file + ".");
    }
    if (message.startsWith("IO Error") || message.contains("Could not write file")) {
      return GodwitException.transientError(
          "duckdb.disk", file + " could not be read or written: " + firstLine(message));
    }
    return GodwitException.system("duckdb.refused", "DuckDB refused to go on: " + kind(message));
  }

  /// What went wrong with a file in which rows wait.
  static GodwitException staging(IOException e) {
    return GodwitException.transientError(
            "duckdb.staging", "Rows could not be staged on disk: " + e.getMessage())
        .hint("Check that the folder of the database has space and can be written.")
        .causedBy(e);
  }

  private static GodwitException locked(String message, String file) {
    Matcher holder = HOLDER.matcher(message);
    String who = holder.find() ? "process " + holder.group(1) : "another process";
    return GodwitException.transientError(
            "duckdb.locked", file + " is in use by " + who + "; nothing was changed.")
        .hint("DuckDB lets one process in at a time. Close the other one and run again.");
  }

  /// Whether DuckDB would go on if it were allowed more memory.
  static boolean isAboutMemory(SQLException e) {
    return String.valueOf(e.getMessage()).startsWith("Out of Memory Error");
  }

  /// Whether a statement names columns that are not there.
  static boolean isAboutColumns(SQLException e) {
    return String.valueOf(e.getMessage()).startsWith("Binder Error");
  }

  /// Whether the rows are to blame, so that casting value by value may help.
  static boolean isAboutRows(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("Invalid Input Error")
        || message.startsWith("Conversion Error")
        || message.startsWith("Out of Range Error");
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /// The part of the message that names the kind of error only.
  private static String kind(String message) {
    int colon = message.indexOf(':');
    return colon < 0 ? "unknown error" : message.substring(0, colon);
  }
}
