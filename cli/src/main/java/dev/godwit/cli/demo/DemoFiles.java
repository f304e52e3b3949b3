package dev.godwit.cli.demo;

import dev.godwit.core.error.GodwitException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the demonstration leaves in a folder: the manifest that it runs and the database that it
/// fills.
///
/// @param edited whether the manifest was there already and is not the one that Godwit brings
record DemoFiles(Path manifest, Path database, boolean edited) {
  private static final String MANIFEST = "demo.yaml";
  private static final String DATABASE = "demo.duckdb";

  /// Writes the manifest, unless somebody has made it their own.
  ///
  /// @throws GodwitException SYSTEM `demo.folder` when nothing can be written there
  static DemoFiles in(Path folder) {
    Path manifest = folder.resolve(MANIFEST);
    byte[] bundled = bundled();
    try {
      boolean edited = Files.exists(manifest) && !sameText(manifest, bundled);
      if (!edited) {
        Files.write(manifest, bundled);
      }
      return new DemoFiles(manifest, folder.resolve(DATABASE), edited);
    } catch (IOException e) {
      throw GodwitException.system("demo.folder", "Cannot write " + manifest + ": " + e)
          .hint("Run the demo in a folder where you may write.")
          .causedBy(e);
    }
  }

  private static boolean sameText(Path manifest, byte[] bundled) throws IOException {
    return Files.readString(manifest).equals(new String(bundled, StandardCharsets.UTF_8));
  }

  private static byte[] bundled() {
    try (InputStream manifest = DemoFiles.class.getResourceAsStream("shop.yaml")) {
      if (manifest == null) {
        throw GodwitException.system("demo.manifest", "The program lacks the demo's manifest.");
      }
      return manifest.readAllBytes();
    } catch (IOException e) {
      throw GodwitException.system("demo.manifest", "The demo's manifest cannot be read.")
          .causedBy(e);
    }
  }

  String destination() {
    return "duckdb:" + database;
  }
}
