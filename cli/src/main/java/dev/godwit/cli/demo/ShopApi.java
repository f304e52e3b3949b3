package dev.godwit.cli.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shop's API: three lists, each paged in another way, each able to return only what changed
/// after an instant (`updated_since`, not included). Thread-safe.
final class ShopApi {
  /// The only token that opens the shop. No secret: it guards made-up rows.
  static final String TOKEN = "demo-token";

  private final Shop shop;

  ShopApi(Shop shop) {
    this.shop = shop;
  }

  /// @param authorization the header's value; empty when there was none
  ShopAnswer answer(String method, URI uri, String authorization) {
    if (!authorization.equals("Bearer " + TOKEN)) {
      return ShopAnswer.error(401, "Send the header Authorization: Bearer <token>.");
    }
    if (!method.equals("GET")) {
      return ShopAnswer.error(405, "Only GET is allowed.");
    }
    try {
      return route(List.of(uri.getPath().substring(1).split("/", -1)), query(uri));
    } catch (NumberFormatException | DateTimeParseException e) {
      return ShopAnswer.error(400, "Malformed parameter: " + e.getMessage());
    }
  }

  private ShopAnswer route(List<String> path, Map<String, String> query) {
    Instant since = Instant.parse(query.getOrDefault("updated_since", "1970-01-01T00:00:00Z"));
    if (path.equals(List.of("v1", "customers"))) {
      return byCursor(shop.customers(since), query);
    }
    if (path.equals(List.of("v1", "products"))) {
      return byPage(shop.products(since), query);
    }
    if (path.size() == 4 && path.getFirst().equals("v1") && path.getLast().equals("orders")) {
      String customer = path.get(2);
      return shop.customer(customer) == null
          ? ShopAnswer.error(404, "There is no customer " + customer + ".")
          : byOffset(shop.orders(customer, since), query);
    }
    return ShopAnswer.error(404, "There is nothing here.");
  }

  /// The cursor is the id of the last row of the page before.
  private static ShopAnswer byCursor(List<? extends ShopRow> rows, Map<String, String> query) {
    int limit = number(query, "limit", 100);
    String after = query.getOrDefault("cursor", "");
    List<? extends ShopRow> rest =
        rows.stream().filter(row -> row.id().compareTo(after) > 0).toList();
    List<? extends ShopRow> page = rest.stream().limit(limit).toList();
    String next = rest.size() > page.size() ? page.getLast().id() : null;
    return page("customers", page, "next_cursor", next);
  }

  /// Pages count from 1.
  private static ShopAnswer byPage(List<? extends ShopRow> rows, Map<String, String> query) {
    int size = number(query, "per_page", 50);
    long skipped = (number(query, "page", 1) - 1L) * size;
    return page("products", rows.stream().skip(skipped).limit(size).toList(), "total", rows.size());
  }

  private static ShopAnswer byOffset(List<? extends ShopRow> rows, Map<String, String> query) {
    int limit = number(query, "limit", 50);
    int offset = number(query, "offset", 0);
    return page("orders", rows.stream().skip(offset).limit(limit).toList(), "total", rows.size());
  }

  private static ShopAnswer page(
      String list, List<? extends ShopRow> rows, String key, @Nullable Object value) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(list, rows.stream().map(ShopRow::json).toList());
    body.put(key, value);
    return ShopAnswer.ok(body);
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    String text = query.get(name);
    return text == null ? otherwise : Integer.parseUnsignedInt(text);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(
            decode(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
