package dev.godwit.registry;

import dev.godwit.registry.internal.fetch.Limit;

/// What a registry keeps of a version.
enum RegistryFile {
  MANIFEST("manifest.yaml"),
  COMPONENTS("components.zip");

  private final String fileName;

  RegistryFile(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  Limit limit() {
    return switch (this) {
      case MANIFEST -> Limit.MANIFEST;
      case COMPONENTS -> Limit.COMPONENTS;
    };
  }

  /// What it is called in messages.
  String word() {
    return limit().what();
  }
}
