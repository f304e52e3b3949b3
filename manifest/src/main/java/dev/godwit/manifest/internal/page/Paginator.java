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

  /// The token of the page after the one of `token`, if there is one, where it can be told without
  /// that page; null where it cannot.
  public @Nullable Object following(@Nullable Object token) {
    return strategy == null ? null : strategy.following(token);
  }

  /// The path that takes the place of the manifest's; null where it stays.
  public @Nullable String path(@Nullable Object token) {
    return tokenPlace instanceof TokenPlace.Path && Truth.of(token) ? Repr.str(token) : null;
  }

  /// The rows a page that are asked for; null where the API decides.
  public @Nullable Long pageSize() {
    return strategy == null ? null : strategy.pageSize();
  }

  /// What goes into the request of a page.
  ///
  /// @param token null for none
  /// @param reducedSize takes the place of the configured size; null where that stays
  public Draft draft(@Nullable Object token, @Nullable Long reducedSize) {
    Draft draft = new Draft();
    if (tokenPlace instanceof TokenPlace.Inject(Injection place) && token != null) {
      place.into(draft, token, scope);
    }
    Long size = reducedSize == null ? pageSize() : reducedSize;
    if (sizePlace != null && size != null && size != 0) {
      sizePlace.into(draft, size, scope);
    }
    return draft;
  }
}
