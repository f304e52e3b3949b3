package dev.godwit.benchmarks;

import dev.godwit.core.JsonRows;
import dev.godwit.core.Slice;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows as an API's answer has them: nested, 1.5 KB, some texts with escapes.
final class WideRows {
  private static final List<String> WORDS =
      List.of(
          "delivery",
          "invoice",
          "customer",
          "requested",
          "a",
          "second",
          "Größe",
          "paid",
          "return",
          "of",
          "the",
          "parcel",
          "\"fragile\"",
          "after",
          "checking",
          "stock\n",
          "twice",
          "東京");

  private final Random random = new Random(20);

  /// One page of rows.
  static JsonRows page(int rows) {
    WideRows wide = new WideRows();
    JsonBuffer page = new JsonBuffer(rows * 2048);
    JsonRows.Builder builder = new JsonRows.Builder();
    for (int i = 0; i < rows; i++) {
      int start = page.length();
      JsonWriter.write(wide.row(i), page);
      builder.add(start, page.length());
    }
    Slice slice = new Slice(StreamName.of("wide"), 0, Map.of(), Map.of(), Map.of());
    return Objects.requireNonNull(builder.build(slice, page.toBytes(), 0));
  }

  /// The stream of these rows.
  static ConfiguredStream stream() {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    new WideRows().row(0).keySet().forEach(name -> properties.put(name, new LinkedHashMap<>()));
    Map<String, @Nullable Object> address = new LinkedHashMap<>();
    for (String name : List.of("street", "city", "zip")) {
      address.put(name, new LinkedHashMap<>());
    }
    properties.put("address", new LinkedHashMap<>(Map.of("properties", address)));
    return ConfiguredStream.byDefault(
        new Stream(
            StreamName.of("wide"),
            Map.of("properties", properties),
            Set.of(SyncMode.FULL_REFRESH),
            null,
            List.of(),
            List.of(List.of("id")),
            false,
            false));
  }

  private Map<String, @Nullable Object> row(int id) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", (long) id);
    row.put("name", "Quiet Falcon " + random.nextInt(100_000));
    row.put("email", "user" + id + "@example.com");
    row.put("active", random.nextBoolean());
    row.put("score", random.nextInt(100_000) / 100.0);
    row.put("qty", (long) random.nextInt(1000));
    row.put("country", "DE");
    row.put("created_at", time());
    row.put("updated_at", time());
    row.put("uuid", "%016x%016x".formatted(random.nextLong(), random.nextLong()));
    row.put("notes", null);
    row.put("url", "https://shop.example.com/accounts/" + id + "?ref=mail&lang=de");
    row.put("bio", text(18));
    row.put("description", text(30));
    Map<String, @Nullable Object> address = new LinkedHashMap<>();
    address.put("street", "Falcon Street " + random.nextInt(300));
    address.put("city", "Harborville");
    address.put("zip", String.valueOf(10_000 + random.nextInt(89_999)));
    address.put("geo", Map.of("lat", random.nextDouble() * 90, "lng", random.nextDouble() * 180));
    row.put("address", address);
    row.put("tags", List.of("falcon", "harbor", "meadow", "lantern", "canyon"));
    row.put("orders", orders(id));
    row.put("prefs", Map.of("newsletter", true, "theme", "dark", "locale", "de-DE"));
    row.put("metrics", random.doubles(10).boxed().toList());
    return row;
  }

  private List<@Nullable Object> orders(int id) {
    List<@Nullable Object> orders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Map<String, @Nullable Object> order = new LinkedHashMap<>();
      order.put("order_id", id * 10L + i);
      order.put("sku", "SKU-" + random.nextInt(100_000));
      order.put("price", random.nextInt(50_000) / 100.0);
      order.put("qty", (long) random.nextInt(9));
      order.put("status", "shipped");
      order.put("placed_at", time());
      orders.add(order);
    }
    return orders;
  }

  private String time() {
    return "2023-%02d-%02dT10:%02d:00Z"
        .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(60));
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }
}
