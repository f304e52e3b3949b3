package dev.godwit.destinations.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What is done with a connection that somebody else opens and closes.
@FunctionalInterface
public interface Use<T extends @Nullable Object> {
  T of(Connection connection) throws SQLException;
}
