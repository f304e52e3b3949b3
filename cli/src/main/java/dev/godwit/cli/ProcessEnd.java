package dev.godwit.cli;

import dev.godwit.cli.failure.ExitCode;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Ends the process.
///
/// A JVM that ends first waits up to 300 milliseconds for threads in native code. Once a virtual
/// thread has waited for a socket there always is one: the JVM's own, which waits on their behalf.
/// That would be the greater part of a short read, so where the launcher allows it the C library
/// ends the process. Nothing is lost: all that was asked for is done, written and closed by then.
final class ProcessEnd {
  /// Set by the launcher unless options of the user's may want to see the JVM end.
  private static final String AT_ONCE = "godwit.endAtOnce";

  private static final String WAITING = "MasterPoller";

  private ProcessEnd() {}

  /// Ends the process; returns where it ends by itself soon enough.
  static void with(int exitCode) {
    if (Boolean.getBoolean(AT_ONCE) && isWaitedFor()) {
      System.out.flush();
      System.err.flush();
      end(exitCode);
    }
    if (exitCode != ExitCode.OK) {
      System.exit(exitCode);
    }
  }

  /// The C library's way to end a process.
  ///
  /// @throws UnsupportedOperationException where the platform has none
  @SuppressWarnings("restricted")
  static MethodHandle exit() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker
            .defaultLookup()
            .find("_exit")
            .orElseThrow(() -> new UnsupportedOperationException("no _exit")),
        FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
  }

  private static void end(int exitCode) {
    try {
      exit().invokeExact(exitCode);
    } catch (Throwable unsupported) {
      System.exit(exitCode);
    }
  }

  private static boolean isWaitedFor() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread[] threads = new Thread[2 * group.activeCount()];
    int count = group.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (threads[i].getName().equals(WAITING)) {
        return true;
      }
    }
    return false;
  }
}
