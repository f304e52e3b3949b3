package dev.godwit.cli.demo;

import dev.godwit.cli.demo.ShopRow.Customer;
import dev.godwit.cli.demo.ShopRow.Order;
import dev.godwit.cli.demo.ShopRow.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Fills a shop with the same made-up rows every time.
///
/// @param customers how many, each with some ten orders
/// @param products how many, at least 1
record ShopSeed(int customers, int products) {
  /// What the demonstration shows.
  static final ShopSeed DEMO = new ShopSeed(1_000, 250);

  private static final Instant OPENING = Instant.parse("2025-01-01T08:00:00Z");
  private static final Duration HISTORY = Duration.ofDays(500);

  private static final List<String> FIRST_NAMES =
      List.of(
          "Ada", "Bela", "Carmen", "Dmitri", "Elif", "Femi", "Grace", "Hiro", "Ines", "Jonas",
          "Kofi", "Lena", "Mateo", "Nadia", "Omar", "Priya", "Quentin", "Rosa", "Sven", "Tala");
  private static final List<String> LAST_NAMES =
      List.of(
          "Adeyemi",
          "Bauer",
          "Castro",
          "Dubois",
          "Eriksen",
          "Fischer",
          "Garcia",
          "Haddad",
          "Ivanova",
          "Jansen",
          "Kowalski",
          "Lopez",
          "Moreau",
          "Nakamura",
          "Okafor",
          "Petrov",
          "Rossi",
          "Silva",
          "Tanaka",
          "Virtanen");
  private static final List<String> CITIES =
      List.of("Accra", "Berlin", "Lisbon", "Lyon", "Osaka", "Oslo", "Porto", "Quito", "Turin");
  private static final List<String> MATERIALS =
      List.of("Oak", "Linen", "Copper", "Wool", "Glass", "Cork", "Slate", "Bamboo", "Felt", "Tin");
  private static final List<String> THINGS =
      List.of("Kettle", "Blanket", "Lamp", "Stool", "Basket", "Clock", "Tray", "Vase", "Mirror");
  private static final List<String> CATEGORIES = List.of("kitchen", "living", "garden", "office");
  static final List<String> STATUSES = List.of("placed", "paid", "shipped", "delivered");

  Shop shop() {
    Shop shop = new Shop();
    Random random = new Random(20260101);
    List<Product> catalogue =
        IntStream.rangeClosed(1, products).mapToObj(ShopSeed::product).toList();
    catalogue.forEach(shop::put);
    int order = 1;
    for (int number = 1; number <= customers; number++) {
      Customer customer = customer(number);
      shop.put(customer);
      int orders = ordersOf(number, random);
      for (int i = 0; i < orders; i++) {
        shop.put(order(order++, customer, catalogue, random));
      }
    }
    return shop;
  }

  /// Some order nothing, most a handful, every fortieth a few dozen: a bit over ten on average.
  private static int ordersOf(int customer, Random random) {
    if (customer % 40 == 0) {
      return 60 + random.nextInt(60);
    }
    return customer % 25 == 1 ? 0 : random.nextInt(17);
  }

  static Customer customer(int number) {
    String first = FIRST_NAMES.get(number % FIRST_NAMES.size());
    String last = LAST_NAMES.get(number / FIRST_NAMES.size() % LAST_NAMES.size());
    Instant joined = moment(number * 3L, 0);
    return new Customer(
        "cus_%05d".formatted(number),
        first,
        last,
        "%s.%s%d@shop.example".formatted(first, last, number).toLowerCase(Locale.ROOT),
        CITIES.get(number % CITIES.size()),
        "%016x".formatted(number * 0x9E3779B97F4A7C15L),
        joined,
        joined);
  }

  private static Product product(int number) {
    String name =
        MATERIALS.get(number % MATERIALS.size())
            + " "
            + THINGS.get(number / MATERIALS.size() % THINGS.size());
    return new Product(
        "prd_%04d".formatted(number),
        name,
        CATEGORIES.get(number % CATEGORIES.size()),
        495 + number * 731L % 19_000,
        moment(number, 1));
  }

  /// @param number of the order, from 1 over all customers
  static Order order(int number, Customer customer, List<Product> catalogue, Random random) {
    Instant placed = moment(number, 2);
    List<Order.Line> lines =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(i -> catalogue.get(random.nextInt(catalogue.size())))
            .map(product -> line(product, random))
            .toList();
    String status = STATUSES.get(random.nextInt(STATUSES.size()));
    return new Order("ord_%06d".formatted(number), customer.id(), status, lines, placed, placed);
  }

  private static Order.Line line(Product product, Random random) {
    return new Order.Line(product.id(), 1 + random.nextInt(4), product.cents());
  }

  /// An instant of the shop's history. Numbers lie minutes apart and wrap around; the kind and the
  /// number of the wrap shift it by milliseconds, so that no two rows share an instant.
  private static Instant moment(long number, int kind) {
    long minutes = HISTORY.toMinutes();
    long step = number * 61;
    return OPENING.plus(Duration.ofMinutes(step % minutes)).plusMillis(step / minutes * 3 + kind);
  }
}
