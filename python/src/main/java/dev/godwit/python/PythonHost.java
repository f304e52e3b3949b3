package dev.godwit.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.component.ComponentHost;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostWorld;
import dev.godwit.manifest.component.HostedComponent;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Keeps one process for the components of a source: started when a stream that needs it is about
/// to be read, while the first requests are under way, and again when it has ended before its time.
/// Thread-safe.
final class PythonHost implements ComponentHost {
  private final Path file;
  private final PythonSettings settings;
  private final HostWorld world;
  private @Nullable CompletableFuture<HostProcess> process;

  PythonHost(Path file, PythonSettings settings, HostWorld world) {
    this.file = file;
    this.settings = settings;
    this.world = world;
  }

  @Override
  public void requireAllowed(ComponentSite site) {
    CompletableFuture<HostProcess> _ = started();
  }

  @Override
  public HostedComponent component(ComponentSite site) {
    return new PythonComponent(this, site);
  }

  /// The process, with a stream described to it as the configuration is now.
  HostProcess process(ComponentSite site) {
    HostProcess running = await(started());
    Map<String, @Nullable Object> config = world.config().get();
    running.define(site.stream(), config);
    return running;
  }

  private synchronized CompletableFuture<HostProcess> started() {
    CompletableFuture<HostProcess> known = process;
    if (known != null && !hasEnded(known)) {
      return known;
    }
    if (known != null) {
      CompletableFuture<Void> _ = known.thenAccept(HostProcess::close);
    }
    CompletableFuture<HostProcess> next = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("godwit-python-start")
        .start(() -> {
          try {
            next.complete(new HostStart(file, settings, world).run());
          } catch (RuntimeException e) {
            next.completeExceptionally(e);
          }
        });
    process = next;
    return next;
  }

  private static boolean hasEnded(CompletableFuture<HostProcess> known) {
    return known.isDone() && (known.isCompletedExceptionally() || known.join().hasEnded());
  }

  private static HostProcess await(CompletableFuture<HostProcess> starting) {
    try {
      return starting.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GodwitException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted("The start of Python");
    }
  }

  /// Waits for a process that is just being started, to end it.
  @Override
  public synchronized void close() {
    if (process == null) {
      return;
    }
    try {
      process.join().close();
    } catch (CompletionException neverStarted) {
      // what failed was told to whoever called a component
    }
    process = null;
  }
}
