package dev.godwit.destinations.files;

import dev.godwit.destinations.duckdb.DuckDbFeed;
import dev.godwit.destinations.internal.contents.Relation;
import dev.godwit.destinations.internal.contents.RowFeed;
import dev.godwit.destinations.internal.fileformat.FileRelation;
import dev.godwit.destinations.internal.ledger.DataFile;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a stream's files, one group of files after another. For one thread.
final class FilesFeed implements RowFeed {
  private final FilesPlace place;
  private final Relation relation;
  private final FileRelation files;
  private final Iterator<List<DataFile>> groups;
  private @Nullable CommittedFiles here;
  private @Nullable DuckDbFeed feed;

  /// @param relation of the stream, whatever its files
  /// @param files tells how the files are read
  FilesFeed(FilesPlace place, Relation relation, FileRelation files, List<List<DataFile>> groups) {
    this.place = place;
    this.relation = relation;
    this.files = files;
    this.groups = groups.iterator();
  }

  @Override
  public boolean next() throws SQLException {
    while (feed == null || !feed.next()) {
      close();
      if (!groups.hasNext()) {
        return false;
      }
      CommittedFiles brought = CommittedFiles.bring(groups.next(), place);
      here = brought;
      Relation some =
          new Relation(
              relation.stream(),
              "(" + files.select(brought.paths()) + ")",
              relation.columns(),
              relation.extractedAt());
      feed =
          DuckDbFeed.open(
              DriverManager.getConnection("jdbc:duckdb:"), some, place.clock().millis());
    }
    return true;
  }

  private DuckDbFeed open() {
    DuckDbFeed open = feed;
    if (open == null) {
      throw new IllegalStateException("there is no row");
    }
    return open;
  }

  @Override
  public byte[] bytes() {
    return open().bytes();
  }

  @Override
  public int start() {
    return open().start();
  }

  @Override
  public int end() {
    return open().end();
  }

  @Override
  public long emittedAt() throws SQLException {
    return open().emittedAt();
  }

  @Override
  public void close() throws SQLException {
    try {
      if (feed != null) {
        feed.close();
      }
    } finally {
      feed = null;
      if (here != null) {
        here.close();
        here = null;
      }
    }
  }
}
