package dev.godwit.destinations.postgres;

import dev.godwit.destinations.internal.staging.Load;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Sends staged tuples to the server as they lie in their files.
final class Copying {
  private static final int STEP = 64 << 10;

  /// What the binary format begins with: its signature, no flags, no extension.
  static final byte[] HEADER =
      "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private static final byte[] END = {-1, -1};

  private Copying() {}

  /// Copies a load into a table.
  ///
  /// @param into the table and its columns, as SQL
  /// @return how many rows the server has taken
  static long run(Connection connection, String into, Load load) throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + into + " from stdin (format binary)");
    try {
      copy.writeToCopy(HEADER, 0, HEADER.length);
      byte[] step = new byte[STEP];
      for (Path file : load.files()) {
        send(file, step, copy);
      }
      copy.writeToCopy(END, 0, END.length);
      return copy.endCopy();
    } catch (IOException e) {
      throw new SQLException("staged rows can't be read: " + e.getMessage(), "58030", e);
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void send(Path file, byte[] step, CopyIn copy) throws IOException, SQLException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      for (int length = in.read(step); length > 0; length = in.read(step)) {
        copy.writeToCopy(step, 0, length);
      }
    }
  }
}
