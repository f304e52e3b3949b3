package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopSeedTest {
  private static final Instant START_OF_THE_MANIFEST = Instant.parse("2025-01-01T00:00:00Z");

  @Test
  void makesTheSameShopEveryTime() {
    assertThat(rows(ShopSeed.DEMO.shop()).map(ShopRow::json).toList())
        .isEqualTo(rows(ShopSeed.DEMO.shop()).map(ShopRow::json).toList());
  }

  @Test
  void fillsTheShopOfTheDemonstration() {
    Shop shop = ShopSeed.DEMO.shop();

    assertThat(shop.customers(Instant.EPOCH)).hasSize(1_000);
    assertThat(shop.products(Instant.EPOCH)).hasSize(250);
    assertThat(shop.orders()).hasSizeBetween(9_000, 11_000);
  }

  @Test
  void givesEveryRowAnInstantOfItsOwn() {
    List<Instant> instants = rows(ShopSeed.DEMO.shop()).map(ShopRow::updatedAt).toList();

    assertThat(instants)
        .doesNotHaveDuplicates()
        .allMatch(instant -> instant.isAfter(START_OF_THE_MANIFEST));
  }

  static Stream<ShopRow> rows(Shop shop) {
    return Stream.of(shop.customers(Instant.EPOCH), shop.products(Instant.EPOCH), shop.orders())
        .flatMap(List::stream);
  }
}
