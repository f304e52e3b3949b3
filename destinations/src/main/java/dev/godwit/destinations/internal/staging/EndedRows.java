package dev.godwit.destinations.internal.staging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of slices that have ended, one after another, until the next commit takes them: slices that
/// are in memory in common files, those that have files as they are. For one thread.
final class EndedRows {
  private final StagingFolder folder;
  private final RowEncoder encoder;
  private final List<Path> files = new ArrayList<>();
  private @Nullable StagedFile common;
  private int handedOut;
  private long waiting;

  EndedRows(StagingFolder folder, RowEncoder encoder) {
    this.folder = folder;
    this.encoder = encoder;
  }

  void add(SliceRows rows) throws IOException {
    if (rows.files().isEmpty()) {
      addToCommon(rows);
    } else {
      closeCommon();
      rows.spill(folder, encoder);
      rows.closeFile();
      files.addAll(rows.files());
      waiting += rows.bytesInFiles();
    }
  }

  private void addToCommon(SliceRows rows) throws IOException {
    StagedFile target = common;
    if (target == null) {
      target = new StagedFile(folder);
      common = target;
      files.add(target.path());
    }
    waiting += rows.moveTo(target, encoder);
  }

  private void closeCommon() throws IOException {
    if (common != null) {
      common.close();
      common = null;
    }
  }

  /// The files since the last time, once there is enough in them to be worth loading.
  List<Path> enough() throws IOException {
    if (waiting < StagedFile.FULL) {
      return List.of();
    }
    closeCommon();
    List<Path> fresh = List.copyOf(files.subList(handedOut, files.size()));
    handedOut = files.size();
    waiting = 0;
    return fresh;
  }

  /// All files since the last commit, in the order of their rows.
  List<Path> take() throws IOException {
    closeCommon();
    List<Path> taken = List.copyOf(files);
    files.clear();
    handedOut = 0;
    waiting = 0;
    return taken;
  }
}
