package dev.godwit.manifest.internal.stream;

import dev.godwit.core.JsonRows;
import dev.godwit.manifest.internal.page.Page;
import dev.godwit.manifest.internal.property.Chunking;
import dev.godwit.manifest.internal.property.Properties;
import dev.godwit.manifest.internal.property.RowMerge;
import dev.godwit.manifest.internal.record.LastRow;
import dev.godwit.manifest.internal.record.RowSelector;
import dev.godwit.manifest.internal.record.Selection;
import dev.godwit.manifest.internal.request.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one page: with one request, or with one for each chunk of properties. For one thread.
final class PageReading implements AutoCloseable {
  /// What a step of the reading comes to.
  sealed interface Step {
    record Rows(JsonRows rows) implements Step {}

    /// The page cannot be read this way; the exchange's resolution says what to do.
    record Refused(Exchange exchange) implements Step {}

    /// The page is complete, and others may follow.
    record Complete(Page page, Exchange exchange) implements Step {}

    /// The last answer was an error that the manifest ignores.
    record Ended() implements Step {}
  }

  private final Window window;
  private final @Nullable LookAhead ahead;
  private final Repeats repeats;
  private final Deque<PageRequest> requests;
  private final @Nullable RowMerge merge;
  private PageRequest asked;
  private @Nullable OpenAnswer open;
  private @Nullable OpenAnswer answer;
  private @Nullable JsonRows last;
  private @Nullable LastRow lastRow;
  private @Nullable JsonRows like;
  private boolean checked;
  private int emitted;

  private PageReading(
      Window window, @Nullable LookAhead ahead, Repeats repeats, List<PageRequest> requests) {
    Properties properties = window.retriever().paging().properties();
    Chunking chunking = properties == null ? null : properties.chunking();
    this.window = window;
    this.ahead = ahead;
    this.repeats = repeats;
    this.requests = new ArrayDeque<>(requests);
    this.asked = requests.getFirst();
    this.merge = chunking == null ? null : new RowMerge(chunking);
  }

  /// @param ahead may have asked for the page already; null for not
  /// @param repeats knows the pages before
  static PageReading of(Window window, @Nullable LookAhead ahead, Repeats repeats, PageRequest page)
      throws InterruptedException {
    Properties properties = window.retriever().paging().properties();
    List<PageRequest> requests =
        properties == null
            ? List.of(page)
            : properties.chunks(window.meter()).stream().map(page::with).toList();
    return new PageReading(window, ahead, repeats, requests);
  }

  Step next() throws InterruptedException {
    while (open != null || !requests.isEmpty()) {
      Step step = open == null ? ask(requests.removeFirst()) : read(open);
      if (step != null) {
        return step;
      }
    }
    JsonRows whole = merge == null || like == null ? null : merge.whole(like);
    if (whole != null) {
      like = null;
      return handOn(whole, RowSelector.lastOf(whole));
    }
    return end();
  }

  /// Null where the answer, if it is one, is to be read.
  private @Nullable Step ask(PageRequest page) throws InterruptedException {
    asked = page;
    Exchange exchange =
        ahead == null ? window.send(page, repeats.last()) : ahead.send(page, repeats.last());
    answer = null;
    switch (exchange.resolution().action()) {
      case RESET_PAGINATION, REDUCE_PAGE_SIZE, SPLIT_REQUEST_WINDOW -> {
        exchange.response().close();
        return new Step.Refused(exchange);
      }
      case SUCCESS, IGNORE, FAIL, RETRY, RATE_LIMITED, REFRESH_TOKEN_THEN_RETRY -> {}
    }
    if (exchange.response().ok()) {
      open = new OpenAnswer(window, exchange);
      answer = open;
      checked = false;
    }
    return null;
  }

  /// The next rows of an answer; null where there are none yet, or no more.
  private @Nullable Step read(OpenAnswer current) throws InterruptedException {
    Selection selection = current.next();
    if (!checked) {
      repeats.check(current.exchange(), current.extracted() > 0);
      checked = true;
    }
    if (selection == null) {
      close();
      return null;
    }
    JsonRows rows = selection.rows();
    if (rows == null || merge == null) {
      return rows == null ? null : handOn(rows, selection.lastRow());
    }
    like = rows;
    JsonRows alone = merge.take(rows);
    return alone == null ? null : handOn(alone, RowSelector.lastOf(alone));
  }

  private Step handOn(JsonRows rows, @Nullable LastRow lastOfThem) {
    emitted += rows.rows();
    last = rows;
    lastRow = lastOfThem;
    return new Step.Rows(rows);
  }

  private Step end() {
    if (answer == null) {
      return new Step.Ended();
    }
    Page page =
        new Page(
            answer.exchange().response(),
            answer.body(),
            answer.extracted(),
            emitted,
            lastRow,
            asked.slice(),
            asked.reducedSize());
    return new Step.Complete(page, answer.exchange());
  }

  /// The rows handed on last; null for none.
  @Nullable JsonRows last() {
    return last;
  }

  /// Gives up an answer that is not read to its end.
  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
