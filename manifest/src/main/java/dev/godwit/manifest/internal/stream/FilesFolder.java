package dev.godwit.manifest.internal.stream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The folder in which the files of rows are staged: the one that the Airbyte platform shares with
/// its destinations where there is such a one, else one for temporary files.
final class FilesFolder {
  private static final String VARIABLE = "AIRBYTE_STAGING_DIRECTORY";
  private static final String SHARED = "/staging/files";

  private FilesFolder() {}

  static Path of(Map<String, String> variables) {
    Path shared = Path.of(variables.getOrDefault(VARIABLE, SHARED));
    return Files.exists(shared)
        ? shared
        : Path.of(System.getProperty("java.io.tmpdir", "."), "airbyte-file-transfer");
  }
}
