package dev.godwit.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.ParsedJson;
import dev.godwit.cli.SampleSync;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Table;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RowReportTest {
  @Test
  void makesAColumnOfEveryKey() {
    assertThat(
            print(
                RowReport.table(
                    List.of(
                        Map.of("id", 7L), Map.of("id", 12L), Map.of("tags", List.of("a", "b"))))))
        .isEqualTo(
            """
            id  tags
            ──  ─────────
             7
            12
                ["a","b"]
            """);
  }

  @Test
  void listsStreamsWithTheirKeyAndCursor() {
    assertThat(print(CatalogReport.table(new Catalog(List.of(SampleSync.stream("orders"))))))
        .isEqualTo(
            """
            stream  primary key  changes by  fields
            ──────  ───────────  ──────────  ──────
            orders  id           updated_at       2
            """);
  }

  @Test
  void writesTheCatalogueInTheProtocolsForm() {
    Catalog catalog = new Catalog(List.of(SampleSync.stream("orders")));

    ParsedJson stream =
        ParsedJson.of(JsonWriter.text(CatalogReport.json(catalog))).objects("streams").getFirst();

    assertThat(stream.value("name")).isEqualTo("orders");
    assertThat(stream.value("source_defined_primary_key")).isEqualTo(List.of(List.of("id")));
    assertThat(stream.value("default_cursor_field")).isEqualTo(List.of("updated_at"));
    assertThat(stream.value("source_defined_cursor")).isEqualTo(true);
    assertThat(stream.value("supported_sync_modes"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrder("full_refresh", "incremental");
    assertThat(stream.has("namespace")).isFalse();
  }

  private static String print(Table table) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    table.print(Channel.plain(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    return printed.toString(StandardCharsets.UTF_8);
  }
}
