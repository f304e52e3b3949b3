package dev.godwit.manifest.internal.page;

import dev.godwit.manifest.component.HostedComponent;
import dev.godwit.manifest.internal.custom.Responses;
import dev.godwit.manifest.internal.custom.SliceArguments;
import dev.godwit.manifest.internal.python.JsonValues;
import dev.godwit.manifest.internal.record.LastRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pages whose order is decided somewhere else.
record HostedPages(HostedComponent component) implements PageStrategy {
  @Override
  public @Nullable Object initial() {
    return ask("initial_token");
  }

  @Override
  public @Nullable Object next(Page page, @Nullable Object previous) {
    LastRow last = page.lastRow();
    Map<String, @Nullable Object> arguments = SliceArguments.of(page.slice());
    arguments.put("response", Responses.arguments(page.response()));
    arguments.put("rows", (long) page.selected());
    arguments.put("last_row", last == null ? null : last.fields());
    arguments.put("previous", JsonValues.of(previous));
    return component.call("next_token", arguments, page.response().body()).result();
  }

  @Override
  public @Nullable Object following(@Nullable Object token) {
    return null;
  }

  @Override
  public @Nullable Long pageSize() {
    return ask("page_size") instanceof Long size ? size : null;
  }

  private @Nullable Object ask(String operation) {
    return component.call(operation, Map.of(), new byte[0]).result();
  }
}
