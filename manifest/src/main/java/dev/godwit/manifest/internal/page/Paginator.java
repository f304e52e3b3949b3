package dev.godwit.manifest.internal.page;

import dev.godwit.manifest.internal.draft.Draft;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.template.Scope;
import org.jspecify.annotations.Nullable;

/// Follows pages, and puts their token and size into requests.
public final class Paginator {
  /// Where the token of a page goes.
  public sealed interface TokenPlace {
    record Inject(Injection injection) implements TokenPlace {}

    /// The token is the path or the whole address of the next page.
    record Path() implements TokenPlace {}

    /// Templates alone use the token.
    record Nowhere() implements TokenPlace {}
  }

  private final @Nullable PageStrategy strategy;
  private final TokenPlace tokenPlace;
  private final @Nullable Injection sizePlace;
  private final Scope scope;

  Paginator(
      @Nullable PageStrategy strategy,
      TokenPlace tokenPlace,
      @Nullable Injection sizePlace,
      Scope scope) {
    this.strategy = strategy;
    this.tokenPlace = tokenPlace;
    this.sizePlace = sizePlace;
    this.scope = scope;
  }

  public @Nullable Object initial() {
    return strategy == null ? null : strategy.initial();
  }

  /// The token of the next page, or null at the end.
  public @Nullable Object next(Page page, @Nullable Object previous) {
    Object token = strategy == null ? null : strategy.next(page, previous);
    return Truth.of(token) ? token : null;
  }

  /// The path that takes the place of the manifest's; null where it stays.
  public @Nullable String path(@Nullable Object token) {
    return tokenPlace instanceof TokenPlace.Path && Truth.of(token) ? Repr.str(token) : null;
  }

  public Draft draft(@Nullable Object token) {
    Draft draft = new Draft();
    if (tokenPlace instanceof TokenPlace.Inject(Injection place) && token != null) {
      place.into(draft, token, scope);
    }
    Long size = strategy == null ? null : strategy.pageSize();
    if (sizePlace != null && size != null && size != 0) {
      sizePlace.into(draft, size, scope);
    }
    return draft;
  }
}
