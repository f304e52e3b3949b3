package dev.godwit.destinations.internal.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingFolderTest {
  @TempDir Path parent;

  /// Two syncs of one process share the folder, and the first one ends before the other has a file.
  @Test
  void aFolderThatAnotherSyncHasRemovedIsMadeAnew() {
    StagingFolder first = folder();
    StagingFolder second = folder();
    first.create();
    second.create();

    first.close();

    assertThat(second.newFile()).exists();
  }

  private StagingFolder folder() {
    return new StagingFolder(
        parent,
        "shop",
        e -> {
          throw new UncheckedIOException(e);
        });
  }
}
