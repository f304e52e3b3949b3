package dev.godwit.manifest.internal.request;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// Sends what a manifest asks for, until there is an answer that can be used. Thread-safe.
public sealed interface Requester permits TemplatedRequester, HostedRequester {
  /// The variable of a scope that holds the names of the properties that a request asks for.
  String PROPERTIES = "query_properties";

  /// The same requester for answers whose bodies stay open, to be read as they arrive, where it can
  /// leave them open. Answers that are kept for others are read to their end all the same.
  Requester streaming();

  /// Sends the request of a page.
  ///
  /// @param scope holds the configuration, the slice and the page's token
  /// @param path takes the place of the manifest's path; null where it stays
  /// @param extra what paginator and slicer add to the manifest's own parameters, headers and body
  /// @param before what was asked just before; asked again it is not taken from what is kept, or
  ///   pages would never end
  /// @return an answer that may have an error status which the manifest ignores, or ask for another
  ///   way to page
  Exchange send(
      Scope scope, @Nullable String path, Draft extra, Meter meter, @Nullable Exchange before)
      throws InterruptedException;

  /// Sends one request that is no page.
  ///
  /// @param scope holds the configuration
  /// @param path takes the place of the manifest's path; null where it stays
  /// @param extra what is added to the manifest's own parameters, headers and body
  /// @return an answer that may have an error status which the manifest ignores
  /// @throws GodwitException also CONFIG `request.no-page` when an answer asks for something that
  ///   only pages can do
  default Exchange sendAlone(Scope scope, @Nullable String path, Draft extra, Meter meter)
      throws InterruptedException {
    Exchange exchange = send(scope, path, extra, meter, null);
    return switch (exchange.resolution().action()) {
      case SUCCESS, IGNORE -> exchange;
      case RESET_PAGINATION, REDUCE_PAGE_SIZE, SPLIT_REQUEST_WINDOW ->
          throw GodwitException.config(
                  "request.no-page",
                  "The action "
                      + exchange.resolution().action()
                      + " works only for the pages of a stream.")
              .at(exchange.place())
              .hint("Take another action in this error handler.");
      case FAIL, RETRY, RATE_LIMITED, REFRESH_TOKEN_THEN_RETRY ->
          throw new IllegalStateException("no answer is settled by " + exchange.resolution());
    };
  }
}
