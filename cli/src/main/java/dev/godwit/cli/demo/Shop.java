package dev.godwit.cli.demo;

import dev.godwit.cli.demo.ShopRow.Customer;
import dev.godwit.cli.demo.ShopRow.Order;
import dev.godwit.cli.demo.ShopRow.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the shop sells, to whom, and what was ordered. Thread-safe.
final class Shop {
  private final Map<String, Customer> customers = new TreeMap<>();
  private final Map<String, Product> products = new TreeMap<>();
  private final Map<String, Map<String, Order>> ordersByCustomer = new TreeMap<>();

  /// Adds the row, or puts it in the place of the one with the same id.
  synchronized void put(ShopRow row) {
    switch (row) {
      case Customer customer -> customers.put(customer.id(), customer);
      case Product product -> products.put(product.id(), product);
      case Order order ->
          ordersByCustomer
              .computeIfAbsent(order.customerId(), id -> new TreeMap<>())
              .put(order.id(), order);
    }
  }

  synchronized @Nullable Customer customer(String id) {
    return customers.get(id);
  }

  /// Customers by id.
  ///
  /// @param changedAfter only those that changed later
  synchronized List<Customer> customers(Instant changedAfter) {
    return changed(customers, changedAfter);
  }

  synchronized List<Product> products(Instant changedAfter) {
    return changed(products, changedAfter);
  }

  synchronized List<Order> orders(String customerId, Instant changedAfter) {
    return changed(ordersByCustomer.getOrDefault(customerId, Map.of()), changedAfter);
  }

  /// All orders, by customer.
  synchronized List<Order> orders() {
    return ordersByCustomer.values().stream().flatMap(orders -> orders.values().stream()).toList();
  }

  private static <R extends ShopRow> List<R> changed(Map<String, R> rows, Instant after) {
    return rows.values().stream().filter(row -> row.updatedAt().isAfter(after)).toList();
  }
}
