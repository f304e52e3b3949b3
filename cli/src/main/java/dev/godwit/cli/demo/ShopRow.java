package dev.godwit.cli.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something the shop keeps. The keys of [#json] are those of the shop's API.
sealed interface ShopRow {
  String id();

  /// When the row was made or last changed. No two rows of the shop share an instant.
  Instant updatedAt();

  Map<String, @Nullable Object> json();

  /// Somebody who buys.
  ///
  /// @param passwordHash what a careless API hands out, so that the manifest can drop it
  record Customer(
      String id,
      String firstName,
      String lastName,
      String email,
      String city,
      String passwordHash,
      Instant createdAt,
      Instant updatedAt)
      implements ShopRow {
    Customer withEmail(String newEmail, Instant now) {
      return new Customer(id, firstName, lastName, newEmail, city, passwordHash, createdAt, now);
    }

    /// An order of the customer was placed or changed.
    Customer touched(Instant now) {
      return new Customer(id, firstName, lastName, email, city, passwordHash, createdAt, now);
    }

    @Override
    public Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("id", id);
      row.put("first_name", firstName);
      row.put("last_name", lastName);
      row.put("email", email);
      row.put("address", Map.of("city", city));
      row.put("password_hash", passwordHash);
      row.put("created_at", createdAt.toString());
      row.put("updated_at", updatedAt.toString());
      return row;
    }
  }

  record Product(String id, String name, String category, long cents, Instant updatedAt)
      implements ShopRow {
    Product withPrice(long newCents, Instant now) {
      return new Product(id, name, category, newCents, now);
    }

    @Override
    public Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("id", id);
      row.put("name", name);
      row.put("category", category);
      row.put("price", cents / 100.0);
      row.put("updated_at", updatedAt.toString());
      return row;
    }
  }

  record Order(
      String id,
      String customerId,
      String status,
      List<Line> lines,
      Instant createdAt,
      Instant updatedAt)
      implements ShopRow {
    public Order {
      lines = List.copyOf(lines);
    }

    /// So many pieces of a product, each at a price in cents.
    record Line(String productId, long quantity, long cents) {
      Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("product_id", productId);
        line.put("quantity", quantity);
        line.put("price", cents / 100.0);
        return line;
      }
    }

    Order withStatus(String newStatus, Instant now) {
      return new Order(id, customerId, newStatus, lines, createdAt, now);
    }

    long cents() {
      return lines.stream().mapToLong(line -> line.quantity() * line.cents()).sum();
    }

    @Override
    public Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("id", id);
      row.put("status", status);
      row.put("total", cents() / 100.0);
      row.put("lines", lines.stream().map(Line::json).toList());
      row.put("created_at", createdAt.toString());
      row.put("updated_at", updatedAt.toString());
      return row;
    }
  }
}
