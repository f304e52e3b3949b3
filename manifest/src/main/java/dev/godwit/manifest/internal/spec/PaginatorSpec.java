package dev.godwit.manifest.internal.spec;

import org.jspecify.annotations.Nullable;

/// How a retriever comes to the next page.
public sealed interface PaginatorSpec extends Component {
  /// A strategy that makes tokens, and the parts of the request they go to.
  record DefaultPaginator(
      Origin origin,
      PaginationStrategySpec paginationStrategy,
      @Nullable RequestOption pageSizeOption,
      @Nullable PageTokenOptionSpec pageTokenOption)
      implements PaginatorSpec {}

  /// There is one page.
  record NoPagination(Origin origin) implements PaginatorSpec {}
}
