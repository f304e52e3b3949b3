package dev.godwit.manifest.internal.spec;

import org.jspecify.annotations.Nullable;

/// Sends requests, page after page, and selects rows from the answers.
///
/// @param ignoreStreamSlicerParametersOnPaginatedRequests whether only the first page carries the
///   slice's request options
/// @param partitionRouter null when absent or an empty list
public record SimpleRetriever(
    Origin origin,
    RequesterSpec requester,
    @Nullable DecoderSpec decoder,
    RecordSelector recordSelector,
    @Nullable PaginatorSpec paginator,
    @Nullable PaginationReset paginationReset,
    @Nullable PageSizeReduction pageSizeReduction,
    @Nullable RequestWindowSplitting requestWindowSplitting,
    @Default("false") boolean ignoreStreamSlicerParametersOnPaginatedRequests,
    @Nullable PartitionRouterSpec partitionRouter)
    implements SynchronousRetrieverSpec {
  /// What to do when an answer asks to start paging anew.
  public record PaginationReset(
      Origin origin, PaginationResetAction action, @Nullable PaginationResetLimits limits)
      implements Component {}

  /// Where paging starts anew.
  public enum PaginationResetAction implements WireValue {
    SPLIT_USING_CURSOR,
    RESET
  }

  /// When to start paging anew without being asked.
  public record PaginationResetLimits(Origin origin, @Nullable Integer numberOfRecords)
      implements Component {}

  /// Asks for smaller pages when the API cannot answer.
  ///
  /// @param reductionFactor what the page size is divided by; above 1
  /// @param backoffSeconds seconds before a request with a smaller page
  public record PageSizeReduction(
      Origin origin,
      @Default("2") double reductionFactor,
      @Default("1") int minimumPageSize,
      @Default("5") int maxAttempts,
      @Default("0.5") double backoffSeconds,
      @Default("0") int retriesAtMinimumPageSize,
      @Nullable String failureMessage,
      @Default("NEVER") PageSizeResetPolicy resetPolicy)
      implements Component {}

  /// When the page size goes back to what it was.
  public enum PageSizeResetPolicy implements WireValue {
    NEVER,
    AFTER_SUCCESSFUL_PAGE
  }

  /// Asks for shorter intervals when the API cannot answer.
  ///
  /// @param minSplitWindow ISO 8601 duration below which nothing is split
  public record RequestWindowSplitting(
      Origin origin, @Nullable String failureMessage, @Nullable String minSplitWindow)
      implements Component {}
}
