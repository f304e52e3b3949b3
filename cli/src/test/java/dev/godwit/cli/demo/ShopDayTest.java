package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopDayTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final Shop shop = new ShopSeed(200, 20).shop();
  private final Instant before =
      ShopSeedTest.rows(shop).map(ShopRow::updatedAt).max(Instant::compareTo).orElseThrow();

  @Test
  void countsExactlyTheRowsThatAreNewOrDifferent() {
    Map<String, ShopRow> earlier =
        ShopSeedTest.rows(shop).collect(Collectors.toMap(ShopRow::id, Function.identity()));

    ShopDay.Changes changes = new ShopDay(shop, NOW).pass();

    List<ShopRow> different =
        ShopSeedTest.rows(shop).filter(row -> !row.equals(earlier.get(row.id()))).toList();
    assertThat(changes.rows()).isEqualTo(different.size()).isPositive();
    assertThat(changes.customers()).isEqualTo(shop.customers(before).size()).isPositive();
    assertThat(changes.products()).isEqualTo(shop.products(before).size()).isPositive();
  }

  @Test
  void changesLieBeforeThePresentAndShareNoInstant() {
    new ShopDay(shop, NOW).pass();

    List<Instant> changed =
        ShopSeedTest.rows(shop)
            .map(ShopRow::updatedAt)
            .filter(instant -> instant.isAfter(before))
            .toList();
    assertThat(changed)
        .doesNotHaveDuplicates()
        .allMatch(instant -> instant.isBefore(NOW))
        .allMatch(instant -> instant.isAfter(NOW.minusSeconds(2)));
  }

  @Test
  void everyChangedOrderBelongsToACustomerThatCountsAsChanged() {
    new ShopDay(shop, NOW).pass();

    List<String> customers =
        shop.orders().stream()
            .filter(order -> order.updatedAt().isAfter(before))
            .map(ShopRow.Order::customerId)
            .toList();
    assertThat(shop.customers(before)).extracting(ShopRow::id).containsAll(customers);
  }
}
