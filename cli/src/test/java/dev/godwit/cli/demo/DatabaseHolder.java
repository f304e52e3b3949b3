package dev.godwit.cli.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A program that keeps a DuckDB file open until its input ends.
final class DatabaseHolder {
  private DatabaseHolder() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + args[0])) {
      System.out.println(connection.isClosed() ? "closed" : "open");
      System.in.transferTo(System.out);
    }
  }
}
