package dev.godwit.distribution;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A program that asks an empty DuckDB database one question.
final class DuckDbQuery {
  private DuckDbQuery() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select 42")) {
      answer.next();
      System.out.println(answer.getInt(1));
    }
  }
}
