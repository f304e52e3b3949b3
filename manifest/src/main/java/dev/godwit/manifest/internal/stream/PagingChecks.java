package dev.godwit.manifest.internal.stream;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec.CompositeErrorHandler;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec.CustomErrorHandler;
import dev.godwit.manifest.internal.spec.ErrorHandlerSpec.DefaultErrorHandler;
import dev.godwit.manifest.internal.spec.HttpRequester;
import dev.godwit.manifest.internal.spec.HttpResponseFilter.ResponseAction;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.PageTokenOptionSpec.RequestPath;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.CursorPagination;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.CustomPaginationStrategy;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.OffsetIncrement;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.PageIncrement;
import dev.godwit.manifest.internal.spec.PaginatorSpec.DefaultPaginator;
import dev.godwit.manifest.internal.spec.RequesterSpec;
import dev.godwit.manifest.internal.spec.RequesterSpec.CustomRequester;
import dev.godwit.manifest.internal.spec.SimpleRetriever;
import dev.godwit.manifest.internal.spec.SimpleRetriever.PageSizeReduction;
import dev.godwit.manifest.internal.spec.SimpleRetriever.RequestWindowSplitting;
import org.jspecify.annotations.Nullable;

/// Refuses ways to page that contradict each other, as the reference does.
final class PagingChecks {
  private PagingChecks() {}

  static GodwitException refuse(Origin origin, String problem) {
    return GodwitException.config("manifest.paging", problem).at(origin.place());
  }

  /// @param hasProperties whether requests ask for properties, perhaps in several requests a page
  static void check(DeclarativeStream stream, SimpleRetriever spec, boolean hasProperties) {
    PageSizeReduction smaller = spec.pageSizeReduction();
    RequestWindowSplitting splitting = spec.requestWindowSplitting();
    if (smaller == null && takes(ResponseAction.REDUCE_PAGE_SIZE, spec.requester())) {
      throw refuse(spec.origin(), "The action REDUCE_PAGE_SIZE needs a page_size_reduction.");
    }
    if (splitting == null && takes(ResponseAction.SPLIT_REQUEST_WINDOW, spec.requester())) {
      throw refuse(
          spec.origin(), "The action SPLIT_REQUEST_WINDOW needs a request_window_splitting.");
    }
    if (smaller != null) {
      checkCompany(smaller.origin(), "page_size_reduction", stream, hasProperties);
      checkReducible(spec, smaller);
    }
    if (splitting != null) {
      checkCompany(splitting.origin(), "request_window_splitting", stream, hasProperties);
    }
  }

  /// Rows of the refused page or interval may have been handed on already.
  private static void checkCompany(
      Origin origin, String field, DeclarativeStream stream, boolean hasProperties) {
    if (hasProperties) {
      throw refuse(origin, field + " does not work with query properties.");
    }
    if (stream.fileUploader() != null) {
      throw refuse(origin, field + " does not work with a file_uploader.");
    }
  }

  private static void checkReducible(SimpleRetriever spec, PageSizeReduction smaller) {
    if (!(spec.paginator() instanceof DefaultPaginator paginator)
        || paginator.pageSizeOption() == null) {
      throw refuse(
          smaller.origin(), "page_size_reduction needs a DefaultPaginator with page_size_option.");
    }
    if (paginator.pageTokenOption() instanceof RequestPath) {
      throw refuse(
          smaller.origin(),
          "page_size_reduction does not work with a RequestPath: the API's own addresses hold a"
              + " size.");
    }
    Object size = declaredSize(paginator.paginationStrategy(), smaller);
    if (size instanceof Number number && number.longValue() <= smaller.minimumPageSize()) {
      throw refuse(smaller.origin(), "page_size must be above minimum_page_size to be reducible.");
    }
  }

  private static @Nullable Object declaredSize(
      PaginationStrategySpec strategy, PageSizeReduction smaller) {
    return switch (strategy) {
      case OffsetIncrement offsets -> offsets.pageSize();
      case CursorPagination cursor -> cursor.pageSize();
      case PageIncrement _ ->
          throw refuse(
              smaller.origin(),
              "page_size_reduction does not work with PageIncrement: other sizes number other"
                  + " pages.");
      case CustomPaginationStrategy _ -> null;
    };
  }

  private static boolean takes(ResponseAction action, RequesterSpec spec) {
    return switch (spec) {
      case HttpRequester http -> takes(action, http.errorHandler());
      case CustomRequester _ -> false;
    };
  }

  private static boolean takes(ResponseAction action, @Nullable ErrorHandlerSpec spec) {
    return switch (spec) {
      case null -> false;
      case DefaultErrorHandler handler ->
          handler.responseFilters().stream().anyMatch(filter -> filter.action() == action);
      case CompositeErrorHandler composite ->
          composite.errorHandlers().stream().anyMatch(handler -> takes(action, handler));
      case CustomErrorHandler _ -> false;
    };
  }
}
