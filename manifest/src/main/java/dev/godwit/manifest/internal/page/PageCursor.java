package dev.godwit.manifest.internal.page;

import dev.godwit.manifest.internal.python.Truth;
import dev.godwit.manifest.internal.record.LastRow;
import dev.godwit.manifest.internal.scope.Links;
import dev.godwit.manifest.internal.scope.RowView;
import dev.godwit.manifest.internal.scope.SliceView;
import dev.godwit.manifest.internal.template.InterpolatedBoolean;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer tells the next page: a token, a link, or anything a template can make of it.
final class PageCursor implements PageStrategy {
  private final InterpolatedString value;
  private final @Nullable InterpolatedBoolean stop;
  private final @Nullable Long pageSize;
  private final Scope scope;

  PageCursor(
      InterpolatedString value,
      @Nullable InterpolatedBoolean stop,
      @Nullable Long pageSize,
      Scope scope) {
    this.value = value;
    this.stop = stop;
    this.pageSize = pageSize;
    this.scope = scope;
  }

  @Override
  public @Nullable Object initial() {
    return null;
  }

  @Override
  public @Nullable Object next(Page page, @Nullable Object previous) {
    Scope seen = bind(page);
    if (stop != null && stop.eval(seen)) {
      return null;
    }
    Object token = value.eval(seen);
    return Truth.of(token) ? token : null;
  }

  private Scope bind(Page page) {
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    page.response().headers().forEach(headers::put);
    headers.put("link", Links.parse(page.response().headers().get("Link")));
    LastRow last = page.lastRow();
    Object row = last == null ? null : new RowView(last.fields(), page.slice().stream().name());
    return SliceView.bind(scope, page.slice())
        .with("response", page.body().first())
        .with("headers", headers)
        .with("last_record", row)
        .with("last_page_size", (long) page.selected())
        .with("page_size", page.reducedSize() == null ? pageSize : page.reducedSize());
  }

  @Override
  public @Nullable Object following(@Nullable Object token) {
    return null;
  }

  @Override
  public @Nullable Long pageSize() {
    return pageSize;
  }
}
