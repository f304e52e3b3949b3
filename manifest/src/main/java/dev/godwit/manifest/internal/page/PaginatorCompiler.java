package dev.godwit.manifest.internal.page;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Unsupported;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.page.Paginator.TokenPlace;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.PageTokenOptionSpec;
import dev.godwit.manifest.internal.spec.PageTokenOptionSpec.RequestPath;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.CursorPagination;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.CustomPaginationStrategy;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.OffsetIncrement;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.PageIncrement;
import dev.godwit.manifest.internal.spec.PaginatorSpec;
import dev.godwit.manifest.internal.spec.PaginatorSpec.DefaultPaginator;
import dev.godwit.manifest.internal.spec.PaginatorSpec.NoPagination;
import dev.godwit.manifest.internal.spec.RequestOption;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes paginators out of their descriptions.
public final class PaginatorCompiler {
  private final Scope scope;

  /// @param scope holds the configuration
  public PaginatorCompiler(Scope scope) {
    this.scope = scope;
  }

  public Paginator compile(@Nullable PaginatorSpec spec) {
    return switch (spec) {
      case null -> none();
      case NoPagination _ -> none();
      case DefaultPaginator paginator -> {
        PageStrategy strategy = strategy(paginator.paginationStrategy());
        RequestOption size = paginator.pageSizeOption();
        if (size != null && (strategy.pageSize() == null || strategy.pageSize() == 0)) {
          throw GodwitException.config(
                  "manifest.page-size", "page_size_option needs a page_size in the strategy.")
              .at(size.origin().place());
        }
        yield new Paginator(
            strategy,
            tokenPlace(paginator.pageTokenOption()),
            size == null ? null : Injection.of(size, Map.of()),
            scope);
      }
    };
  }

  private Paginator none() {
    return new Paginator(null, new TokenPlace.Nowhere(), null, scope);
  }

  private static TokenPlace tokenPlace(@Nullable PageTokenOptionSpec spec) {
    return switch (spec) {
      case null -> new TokenPlace.Nowhere();
      case RequestPath _ -> new TokenPlace.Path();
      case RequestOption option -> new TokenPlace.Inject(Injection.of(option, Map.of()));
    };
  }

  private PageStrategy strategy(PaginationStrategySpec spec) {
    return switch (spec) {
      case PageIncrement pages ->
          new PageNumbers(
              size(pages.pageSize(), scope, pages.origin()),
              pages.startFromPage(),
              pages.injectOnFirstRequest());
      case OffsetIncrement offsets -> offsets(offsets);
      case CursorPagination cursor -> {
        Map<String, @Nullable Object> parameters = cursor.origin().parameters();
        String stop = cursor.stopCondition();
        yield new PageCursor(
            InterpolatedString.of(cursor.cursorValue(), parameters),
            stop == null ? null : InterpolatedBoolean.of(stop, parameters),
            size(cursor.pageSize(), scope, cursor.origin()),
            scope);
      }
      case CustomPaginationStrategy other -> throw Unsupported.component(other);
    };
  }

  /// A size that the answer tells is known only after a page: it cannot be asked for.
  private PageStrategy offsets(OffsetIncrement offsets) {
    Object declared = offsets.pageSize();
    Origin origin = offsets.origin();
    if (declared instanceof String text && text.contains("response")) {
      return new Offsets(
          null,
          page -> size(declared, scope.with("response", page.body().first()), origin),
          offsets.injectOnFirstRequest());
    }
    Long asked = size(declared, scope, origin);
    return new Offsets(asked, page -> asked, offsets.injectOnFirstRequest());
  }

  private static @Nullable Long size(@Nullable Object declared, Scope scope, Origin origin) {
    if (declared == null || declared.equals("")) {
      return null;
    }
    Object value = InterpolatedString.of(declared.toString(), origin.parameters()).eval(scope);
    if (value instanceof Long size) {
      return size;
    }
    throw GodwitException.config(
            "manifest.page-size", "page_size is '" + Repr.str(value) + "', not an integer.")
        .at(origin.place("page_size"));
  }
}
