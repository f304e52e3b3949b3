package dev.godwit.protocol;

import dev.godwit.core.CheckResult;
import dev.godwit.core.ConfigStore.Cause;
import dev.godwit.core.ConfigStore.Update;
import dev.godwit.core.Connector;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.Source;
import dev.godwit.core.StreamReader;
import dev.godwit.core.StreamState;
import dev.godwit.core.Surroundings;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.error.GodwitException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A connector with three streams. Its configuration says what goes wrong: `mood` is `good`,
/// `closed` (the check finds a problem), `new` (it changes its configuration), `stormy` (nothing
/// can be reached) or `mad` (it fails with a defect); without a mood the configuration is invalid.
final class Shop implements Connector {
  @Override
  public ConnectorSpec spec() {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("title", null);
    schema.put("required", List.of("mood"));
    return new ConnectorSpec("https://shop.example/docs", schema, null);
  }

  @Override
  public Source open(Map<String, @Nullable Object> config, Surroundings surroundings) {
    if (config.get("mood") == null) {
      throw GodwitException.config("config.invalid", "mood is missing");
    }
    if ("new".equals(config.get("mood"))) {
      Map<String, @Nullable Object> after = new LinkedHashMap<>(config);
      after.put("mood", "good");
      after.put("token", null);
      surroundings.configs().keep(new Update(Cause.RENEWED, config, after));
    }
    surroundings.log().debug("The shop opens.");
    surroundings.log().info("Welcome.");
    return new OpenShop(String.valueOf(config.get("mood")));
  }

  private record OpenShop(String mood) implements Source {
    @Override
    public CheckResult check() {
      weather();
      return mood.equals("closed") ? new CheckResult("The shop is closed.") : CheckResult.OK;
    }

    private void weather() {
      switch (mood) {
        case "stormy" -> throw GodwitException.transientError("http.unreachable", "Storm.");
        case "mad" -> throw new IllegalStateException("a defect");
        default -> {}
      }
    }

    @Override
    public Catalog discover() {
      weather();
      return new Catalog(List.of(stream("orders"), stream("broken"), stream("empty")));
    }

    private static Stream stream(String name) {
      LinkedHashSet<SyncMode> modes = new LinkedHashSet<>(List.of(SyncMode.values()));
      return new Stream(
          StreamName.of(name),
          Map.of("type", "object"),
          modes,
          true,
          List.of("id"),
          List.of(List.of("id")),
          true,
          false);
    }

    @Override
    public int concurrency() {
      return 1;
    }

    @Override
    public StreamReader open(ConfiguredStream stream, @Nullable StreamState state) {
      Stream known =
          discover()
              .find(stream.name())
              .orElseThrow(() -> GodwitException.config("stream.unknown", "Not sold here."));
      Object done = state == null ? 0L : Objects.requireNonNull(state.value().get("done"));
      return new ShopReader(known.name(), ((Number) done).longValue());
    }

    @Override
    public void close() {}
  }
}
