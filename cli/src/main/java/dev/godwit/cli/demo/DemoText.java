package dev.godwit.cli.demo;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Channel;
import java.time.Instant;

/// What the demonstration says.
///
/// @param out where it says it
record DemoText(Channel out, DemoFiles files) {
  private static final String QUERY =
      "select status, count(*) as orders, round(sum(total)) as revenue from orders group by all";

  /// @param resumed whether an earlier run left a database
  void opening(String url, Shop shop, boolean resumed) {
    out.line(bold("A small shop opens on this machine: " + url));
    out.line(
        "  %s, %s and %s, behind an API that wants a token,"
            .formatted(
                Amounts.count(customers(shop), "customer"),
                Amounts.count(products(shop), "product"),
                Amounts.count(shop.orders().size(), "order")));
    out.line(
        "  pages in three ways, and asks for a pause after every " + Demo.BURST + " requests.");
    out.line("  The manifest that describes it: " + files.manifest() + yours());
    out.line("");
    out.line(
        bold(
            resumed
                ? "1. Sync into " + files.database() + ", from where the last sync ended"
                : "1. Sync everything into " + files.database()));
    out.line("");
  }

  private String yours() {
    return files.edited() ? " (yours; delete it to get the original back)" : "";
  }

  void changes(ShopDay.Changes changes) {
    out.line("");
    out.line(
        bold("2. A day passes in the shop. Sync again")
            + "\n  New or changed: %s, %s and %s."
                .formatted(
                    Amounts.count(changes.customers(), "customer"),
                    Amounts.count(changes.products(), "product"),
                    Amounts.count(changes.orders(), "order")));
    out.line("");
  }

  /// @param moved rows of the second sync
  void closing(ShopDay.Changes changes, long moved, Shop shop) {
    out.line("");
    if (moved == changes.rows()) {
      long all = customers(shop) + products(shop) + shop.orders().size();
      out.line(
          "%s Only the changes moved: %s of %s rows."
              .formatted(out.style().done(), Amounts.count(moved), Amounts.count(all)));
      out.line("");
    }
    out.line(bold("Try next"));
    out.line("  godwit query %s \"%s\"".formatted(files.database(), QUERY));
    out.line("  godwit demo --serve    keeps the shop open for check, discover, preview and sync");
    out.line("  godwit sync --help     how to sync a source of your own");
  }

  private static long customers(Shop shop) {
    return shop.customers(Instant.EPOCH).size();
  }

  private static long products(Shop shop) {
    return shop.products(Instant.EPOCH).size();
  }

  private String bold(String line) {
    return out.style().bold(line);
  }
}
