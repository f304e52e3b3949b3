package dev.godwit.cli.demo;

import dev.godwit.cli.demo.ShopRow.Customer;
import dev.godwit.cli.demo.ShopRow.Order;
import dev.godwit.cli.demo.ShopRow.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A day of business: a few customers join, orders come in and move on, prices change. The same
/// rows change every time; only their instants depend on the present. For one thread.
final class ShopDay {
  private static final int NEW_CUSTOMERS = 3;
  private static final int ORDERS_OF_NEW_CUSTOMERS = 2;
  private static final int MOVED_ORDERS = 40;
  private static final int NEW_EMAILS = 10;
  private static final int NEW_PRICES = 6;

  private final Shop shop;
  private final Random random = new Random(20260102);
  private final Set<String> customers = new HashSet<>();
  private final Set<String> orders = new HashSet<>();
  private final Set<String> products = new HashSet<>();
  private Instant moment;

  /// How many rows are new or different.
  record Changes(int customers, int orders, int products) {
    int rows() {
      return customers + orders + products;
    }
  }

  /// @param now all changes lie within the second before
  ShopDay(Shop shop, Instant now) {
    this.shop = shop;
    this.moment = now.truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofSeconds(1));
  }

  Changes pass() {
    customersJoin();
    ordersMoveOn();
    emailsChange();
    pricesChange();
    return new Changes(customers.size(), orders.size(), products.size());
  }

  private void customersJoin() {
    int known = shop.customers(Instant.EPOCH).size();
    int order = shop.orders().size();
    List<Product> catalogue = shop.products(Instant.EPOCH);
    for (int i = 1; i <= NEW_CUSTOMERS; i++) {
      Customer customer = ShopSeed.customer(known + i).touched(next());
      put(customer);
      for (int j = 0; j < ORDERS_OF_NEW_CUSTOMERS; j++) {
        Order placed = ShopSeed.order(++order, customer, catalogue, random);
        put(placed.withStatus("placed", next()));
      }
    }
  }

  /// A customer whose order changes counts as changed too; that is how readers find the order.
  private void ordersMoveOn() {
    List<Order> all = shop.orders();
    for (int i = 0; i < MOVED_ORDERS; i++) {
      Order order = all.get(random.nextInt(all.size()));
      put(order.withStatus("returned", next()));
      put(existing(order.customerId()).touched(next()));
    }
  }

  private void emailsChange() {
    List<Customer> all = shop.customers(Instant.EPOCH);
    for (int i = 0; i < NEW_EMAILS; i++) {
      Customer customer = all.get(random.nextInt(all.size()));
      put(customer.withEmail("new." + customer.email(), next()));
    }
  }

  private void pricesChange() {
    List<Product> all = shop.products(Instant.EPOCH);
    for (int i = 0; i < NEW_PRICES; i++) {
      Product product = all.get(random.nextInt(all.size()));
      put(product.withPrice(product.cents() + 100, next()));
    }
  }

  private void put(ShopRow row) {
    shop.put(row);
    Set<String> changed =
        switch (row) {
          case Customer customer -> customers;
          case Order order -> orders;
          case Product product -> products;
        };
    changed.add(row.id());
  }

  private Customer existing(String id) {
    Customer customer = shop.customer(id);
    if (customer == null) {
      throw new IllegalArgumentException("no customer " + id);
    }
    return customer;
  }

  private Instant next() {
    moment = moment.plusMillis(1);
    return moment;
  }
}
