package dev.godwit.manifest.internal.page;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.page.Paginator.TokenPlace;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
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
        TokenPlace token = tokenPlace(paginator.pageTokenOption());
        Injection sizePlace = size == null ? null : Injection.of(size, Map.of());
        checkPlaces(token, sizePlace, paginator.origin());
        yield new Paginator(strategy, token, sizePlace, scope);
      }
    };
  }

  /// Token and size must not want the same place, whatever their values.
  private void checkPlaces(TokenPlace token, @Nullable Injection size, Origin origin) {
    if (!(token instanceof TokenPlace.Inject(Injection place)) || size == null) {
      return;
    }
    Draft first = new Draft();
    Draft second = new Draft();
    place.into(first, "token", scope);
    size.into(second, "size", scope);
    try {
      Draft.combine(first, second);
    } catch (GodwitException collision) {
      throw collision.at(origin.place());
    }
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
              declaredSize(pages.pageSize(), pages.origin()),
              pages.startFromPage(),
              pages.injectOnFirstRequest());
      case OffsetIncrement offsets -> offsets(offsets);
      case CursorPagination cursor -> cursor(cursor);
      case CustomPaginationStrategy custom ->
          new HostedPages(CustomParts.of(custom, custom.className()));
    };
  }

  private PageStrategy cursor(CursorPagination spec) {
    Map<String, @Nullable Object> parameters = spec.origin().parameters();
    InterpolatedString value = InterpolatedString.of(spec.cursorValue(), parameters);
    String condition = spec.stopCondition();
    InterpolatedBoolean stop =
        condition == null ? null : InterpolatedBoolean.of(condition, parameters);
    Long size = declaredSize(spec.pageSize(), spec.origin());
    boolean readsSize =
        value.template().roots().contains("page_size")
            || (stop != null && stop.template().roots().contains("page_size"));
    if (size == null && readsSize) {
      throw GodwitException.config(
              "manifest.page-size", "The cursor reads page_size, which the strategy does not give.")
          .at(spec.origin().place());
    }
    return new PageCursor(value, stop, size, scope);
  }

  /// A size that the answer tells is known only after a page: it cannot be asked for. One that is
  /// empty or zero counts as none.
  private PageStrategy offsets(OffsetIncrement offsets) {
    Object declared = offsets.pageSize();
    Origin origin = offsets.origin();
    if (declared instanceof String text && text.contains("response")) {
      return new Offsets(
          null,
          page -> sizeOrNone(declared, scope.with("response", page.body().first()), origin),
          offsets.injectOnFirstRequest());
    }
    Long asked = sizeOrNone(declared, scope, origin);
    return new Offsets(asked, page -> asked, offsets.injectOnFirstRequest());
  }

  private static @Nullable Long sizeOrNone(@Nullable Object declared, Scope scope, Origin origin) {
    if (declared == null || declared.equals("")) {
      return null;
    }
    Object value = evaluate(declared, scope, origin);
    return Truth.of(value) ? (Long) size(value, origin) : null;
  }

  private @Nullable Long declaredSize(@Nullable Object declared, Origin origin) {
    return declared == null ? null : (Long) size(evaluate(declared, scope, origin), origin);
  }

  private static @Nullable Object evaluate(Object declared, Scope scope, Origin origin) {
    return InterpolatedString.of(declared.toString(), origin.parameters()).eval(scope);
  }

  /// Booleans are numbers, as in Python.
  private static long size(@Nullable Object value, Origin origin) {
    return switch (value) {
      case Long size -> size;
      case Boolean truth -> truth ? 1 : 0;
      case null, default ->
          throw GodwitException.config(
                  "manifest.page-size", "page_size is '" + Repr.str(value) + "', not an integer.")
              .at(origin.place("page_size"));
    };
  }
}
