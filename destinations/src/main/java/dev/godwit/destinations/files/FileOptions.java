package dev.godwit.destinations.files;

import dev.godwit.destinations.internal.fileformat.Compression;
import dev.godwit.destinations.internal.fileformat.FileFormat;
import java.time.Duration;
import java.util.List;

/// How a user wants files.
///
/// @param folder where a stream's files go
/// @param partitions by which they are parted there; empty for none
/// @param fileSize about how many bytes a file gets at most
/// @param fileAge after how long rows that wait become a file, as soon as their slice has ended
record FileOptions(
    FileFormat format,
    Compression compression,
    FolderTemplate folder,
    List<PartitionField> partitions,
    long fileSize,
    Duration fileAge) {
  private static final long USUAL_SIZE = 128L << 20;
  private static final Duration USUAL_AGE = Duration.ofMinutes(5);

  static FileOptions usual(FileFormat format) {
    return new FileOptions(
        format,
        format.compressions().getFirst(),
        FolderTemplate.USUAL,
        List.of(),
        USUAL_SIZE,
        USUAL_AGE);
  }

  FileOptions with(Compression other) {
    return new FileOptions(format, other, folder, partitions, fileSize, fileAge);
  }

  FileOptions with(FolderTemplate other) {
    return new FileOptions(format, compression, other, partitions, fileSize, fileAge);
  }

  FileOptions with(List<PartitionField> others) {
    return new FileOptions(format, compression, folder, others, fileSize, fileAge);
  }

  FileOptions withFileSize(long bytes) {
    return new FileOptions(format, compression, folder, partitions, bytes, fileAge);
  }

  FileOptions withFileAge(Duration age) {
    return new FileOptions(format, compression, folder, partitions, fileSize, age);
  }

  /// What the names of files end with.
  String extension() {
    return format.extension(compression);
  }
}
