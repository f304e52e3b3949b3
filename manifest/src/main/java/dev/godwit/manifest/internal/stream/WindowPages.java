package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.page.PageSizes;
import dev.godwit.manifest.internal.page.Paginator;
import dev.godwit.manifest.internal.request.Exchange;
import dev.godwit.manifest.internal.stream.PageReading.Step;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads a slice, or a part of one, page by page. The token of the next page is made only when the
/// rows before it have been taken, so an error in it comes after them. For one thread.
final class WindowPages implements AutoCloseable {
  /// What comes out.
  sealed interface Turn {
    record Rows(JsonRows rows) implements Turn {}

    record End() implements Turn {}

    /// The API refuses so long an interval.
    record TooLong(Exchange exchange) implements Turn {}
  }

  private final Window window;
  private final Paging paging;
  private final Restarts restarts;
  private final PageSizes sizes;
  private final @Nullable LookAhead ahead;
  private PageRequest request;
  private Repeats repeats = new Repeats();
  private @Nullable PageReading page;

  WindowPages(Window window) {
    this.window = window;
    this.paging = window.retriever().paging();
    this.restarts = new Restarts(paging.restarts(), window.part());
    this.sizes = new PageSizes(paging.smaller(), paging.paginator().pageSize());
    this.ahead = paging.ahead() == null ? null : new LookAhead(window, paging.ahead());
    this.request = new PageRequest(window.part(), paging.paginator().initial(), null);
  }

  Turn next() throws InterruptedException {
    while (true) {
      if (page == null) {
        page = PageReading.of(window, ahead, repeats, request);
      }
      switch (page.next()) {
        case Step.Rows(JsonRows rows) -> {
          restarts.observe(rows);
          return new Turn.Rows(rows);
        }
        case Step.Refused(Exchange exchange) -> {
          switch (exchange.resolution().action()) {
            case SPLIT_REQUEST_WINDOW -> {
              return new Turn.TooLong(exchange);
            }
            case REDUCE_PAGE_SIZE -> reduce(exchange);
            case RESET_PAGINATION -> beginAnew();
            case SUCCESS, IGNORE, FAIL, RETRY, RATE_LIMITED, REFRESH_TOKEN_THEN_RETRY ->
                throw new IllegalStateException("no refusal: " + exchange.resolution());
          }
        }
        case Step.Complete complete -> {
          if (!goOn(complete)) {
            return new Turn.End();
          }
        }
        case Step.Ended _ -> {
          return new Turn.End();
        }
      }
    }
  }

  /// Asks for the same page again, with fewer rows.
  private void reduce(Exchange exchange) throws InterruptedException {
    Duration wait;
    try {
      wait = sizes.reduce(exchange.resolution().message());
    } catch (GodwitException e) {
      throw e.at(exchange.place());
    }
    paging
        .surroundings()
        .log()
        .info(
            "%s: the page is too heavy. Asking for %d rows a page in %.1f s."
                .formatted(
                    exchange.request().describe(), sizes.current(), wait.toMillis() / 1000.0));
    paging.surroundings().sleeper().sleep(wait);
    request = new PageRequest(request.slice(), request.token(), sizes.reduced());
    page = null;
  }

  private void beginAnew() {
    request = new PageRequest(restarts.begin(), paging.paginator().initial(), sizes.reduced());
    repeats = new Repeats();
    page = null;
  }

  @Override
  public void close() {
    if (page != null) {
      page.close();
    }
    if (ahead != null) {
      ahead.close();
    }
  }

  /// Goes to the next page, if there is one.
  private boolean goOn(Step.Complete complete) {
    JsonRows last = page == null ? null : page.last();
    sizes.succeeded();
    if (restarts.isDue()) {
      beginAnew();
      return true;
    }
    Paginator paginator = paging.paginator();
    Object token =
        last != null && window.endsWith(last)
            ? null
            : paginator.next(complete.page(), request.token());
    if (token == null) {
      return false;
    }
    repeats.follow(complete.exchange());
    request = new PageRequest(request.slice(), token, sizes.reduced());
    page = null;
    return true;
  }
}
