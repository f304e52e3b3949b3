package dev.godwit.manifest.internal.stream;

import dev.godwit.manifest.internal.page.Paginator;
import dev.godwit.manifest.internal.request.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Sends the requests of following pages before they are needed, where their tokens can be told.
/// Pages still come one after the other; an answer that turns out not to be needed is dropped,
/// whatever it is. For one thread, which closes it.
final class LookAhead implements AutoCloseable {
  private record Sent(PageRequest page, FutureTask<Exchange> answer, Thread thread) {
    Exchange await() throws InterruptedException {
      try {
        return answer.get();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case InterruptedException interrupt -> throw interrupt;
          case RuntimeException failure -> throw failure;
          case Error defect -> throw defect;
          case null, default -> throw new IllegalStateException(e.getCause());
        }
      }
    }
  }

  private final Window window;
  private final Paginator paginator;
  private final int pages;
  private final Deque<Sent> sent = new ArrayDeque<>();

  LookAhead(Window window, Ahead ahead) {
    this.window = window;
    this.paginator = window.retriever().paging().paginator();
    this.pages = ahead.pages();
  }

  /// The answer for a page. The first page goes alone, since nothing says yet that others follow.
  ///
  /// @param before what was asked just before; null for nothing
  Exchange send(PageRequest page, @Nullable Exchange before) throws InterruptedException {
    Sent next = sent.peekFirst();
    if (next != null && !next.page().equals(page)) {
      close();
      next = null;
    }
    if (next != null) {
      sent.removeFirst();
    }
    if (before != null) {
      sendFollowing(page);
    }
    return next == null ? window.send(page, before) : next.await();
  }

  private void sendFollowing(PageRequest page) {
    Object token = sent.isEmpty() ? page.token() : sent.getLast().page().token();
    while (sent.size() < pages) {
      token = paginator.following(token);
      if (token == null) {
        return;
      }
      PageRequest following = new PageRequest(page.slice(), token, page.reducedSize());
      FutureTask<Exchange> answer = new FutureTask<>(() -> window.send(following, null));
      Thread thread = Thread.ofVirtual().name("page ahead").start(answer);
      sent.addLast(new Sent(following, answer, thread));
    }
  }

  /// Gives up what was asked ahead, and waits until nothing of it runs. An interrupt of the waiting
  /// thread is kept for later.
  @Override
  public void close() {
    sent.forEach(each -> each.answer().cancel(true));
    boolean interrupted = false;
    while (!sent.isEmpty()) {
      try {
        sent.getFirst().thread().join();
        sent.removeFirst();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
