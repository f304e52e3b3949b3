package dev.godwit.protocol.launch.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process and everything that it started, also what has left it since.
final class ProcessTree {
  /// New processes may appear while others are ended.
  private static final int ROUNDS = 5;

  private static final Duration SHORT = Duration.ofMillis(500);

  private final ProcessHandle root;
  private final Traces traces;

  ProcessTree(ProcessHandle root, Traces traces) {
    this.root = root;
    this.traces = traces;
  }

  /// What still runs of it.
  private Set<ProcessHandle> members() {
    Set<ProcessHandle> members = new HashSet<>(traces.followed());
    members.add(root);
    Set.copyOf(members).forEach(member -> member.descendants().forEach(members::add));
    members.removeIf(member -> !member.isAlive());
    return members;
  }

  /// Asks all of it to end.
  void ask() {
    members().forEach(ProcessHandle::destroy);
  }

  /// Asks all of it to end, and ends by force what still runs after some patience.
  void end(Duration patience) {
    Set<ProcessHandle> asked = members();
    asked.forEach(ProcessHandle::destroy);
    await(asked, patience);
    for (int round = 0; round < ROUNDS; round++) {
      Set<ProcessHandle> stubborn = members();
      if (stubborn.isEmpty()) {
        return;
      }
      stubborn.forEach(ProcessHandle::destroyForcibly);
      await(stubborn, SHORT);
    }
  }

  private static void await(Set<ProcessHandle> members, Duration atMost) {
    CompletableFuture<?>[] exits =
        members.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
