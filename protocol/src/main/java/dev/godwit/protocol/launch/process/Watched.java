package dev.godwit.protocol.launch.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/// A process that is watched until it has ended. What it started ends with it. Thread-safe.
///
/// A platform thread starts it and stays as long as it runs: the kernel takes the end of that very
/// thread for the end of Godwit.
public final class Watched {
  /// A process that got away may hold standard error open.
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Duration patience;
  private final Process process;
  private final ProcessTree tree;
  private final CountDownLatch gone = new CountDownLatch(1);
  private volatile boolean stopped;

  private Watched(Duration patience, Process process, String word) {
    this.patience = patience;
    this.process = process;
    this.tree = new ProcessTree(process.toHandle(), new Traces(word, process.pid()));
  }

  /// Starts a process.
  ///
  /// @throws IOException when it cannot be started
  public static Watched start(Start start, Watcher watcher) throws IOException {
    CompletableFuture<Watched> started = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("godwit-child").start(() -> run(start, watcher, started));
    try {
      return started.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }
  }

  private static void run(Start start, Watcher watcher, CompletableFuture<Watched> started) {
    Watched watched;
    try {
      watched = spawn(start);
    } catch (IOException | RuntimeException e) {
      started.completeExceptionally(e);
      return;
    }
    AtExit.remember(watched);
    started.complete(watched);
    watched.watch(watcher);
    AtExit.forget(watched);
  }

  private static Watched spawn(Start start) throws IOException {
    String word = UUID.randomUUID().toString();
    Map<String, String> environment = new HashMap<>(start.environment());
    environment.compute(Traces.VARIABLE, (name, own) -> Traces.value(own, word));
    ProcessBuilder builder =
        new ProcessBuilder(start.leash().around(start.command(), start.will()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Watched(start.patience(), builder.start(), word);
  }

  private void watch(Watcher watcher) {
    LineTap tap = new LineTap(watcher::said);
    Thread errors =
        Thread.ofVirtual().name("godwit-stderr").start(() -> tap.drain(process.getErrorStream()));
    int exit = Uninterrupted.call(process::waitFor);
    tree.end(patience);
    Uninterrupted.call(() -> errors.join(LAST_WORDS));
    watcher.ended(exit, stopped);
    gone.countDown();
  }

  /// Standard output, as it comes. When nobody reads it, the process waits.
  public InputStream output() {
    return process.getInputStream();
  }

  /// Standard input.
  public OutputStream input() {
    return process.getOutputStream();
  }

  /// Whether it was stopped from here, rather than ended by itself.
  public boolean wasStopped() {
    return stopped;
  }

  /// Waits until it has ended with all that it started, and the watcher has heard of it.
  ///
  /// @return its exit code, 128 more than the signal that killed it
  public int awaitExit() throws InterruptedException {
    gone.await();
    return process.exitValue();
  }

  /// Asks the process and all that it started to end, ends them by force when they don't, and waits
  /// until it is done. An interrupt is kept for later, so that a cancelled thread can stop it.
  public void stop() {
    if (process.isAlive()) {
      stopped = true;
      Thread thread = Thread.ofPlatform().daemon().start(() -> tree.end(patience));
      Uninterrupted.call(() -> {
        thread.join();
        return true;
      });
    }
    Uninterrupted.call(() -> {
      gone.await();
      return true;
    });
  }

  /// Asks it to end, without waiting.
  void ask() {
    if (process.isAlive()) {
      stopped = true;
      tree.ask();
    }
  }
}
