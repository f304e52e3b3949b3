package dev.godwit.storage;

import java.util.Map;

class LocalFolderConformanceTest extends StorageConformance {
  @Override
  protected Storage open(String folder) {
    return Storages.open(scratch.resolve("places").resolve(folder).toString(), Map.of());
  }
}
