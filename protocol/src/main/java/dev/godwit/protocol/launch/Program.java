package dev.godwit.protocol.launch;

import dev.godwit.core.error.GodwitException;
import java.util.List;

/// A connector's program, ready to be started any number of times. Thread-safe.
public sealed interface Program permits LocalProgram, ContainerProgram {
  /// What exactly this is, for lock files and reports: `name==version` of a Python package, the
  /// digest of an image, `sha256:…` of a program's file.
  String version();

  /// Everything that was installed for it, one `name==version` each; empty where nothing was.
  List<String> frozen();

  /// Starts it.
  ///
  /// @throws GodwitException CONFIG `launch.not-started`; SYSTEM `launch.files`
  Child start(Invocation invocation);
}
