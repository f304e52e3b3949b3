package dev.godwit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorsCommandTest {
  private static final Path LIST =
      Path.of("src/test/resources/registry/registries/v0/list.json").toAbsolutePath();

  @TempDir private Path folder;
  private Map<String, String> variables;

  @BeforeEach
  void nameRegistry() {
    variables =
        Map.of(
            "GODWIT_REGISTRY", LIST.toString(), "XDG_CACHE_HOME", folder.resolve("c").toString());
  }

  private Captured connectors(String... arguments) {
    return Captured.run(
        folder,
        variables,
        Stream.concat(Stream.of("connectors"), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void aSearchTellsHowFarAConnectorIsToBeTrusted() {
    Captured found = connectors("search", "poke");

    assertThat(found.exitCode()).isZero();
    assertThat(found.out()).contains("source-pokeapi", "0.3.9", "manifest", "community", "high");
    assertThat(found.out()).doesNotContain("faker");
    assertThat(connectors("search", "nothing").exitCode()).isEqualTo(1);
  }

  @Test
  void aPageTellsAllThatIsKnown() {
    assertThat(connectors("show", "pokeapi").out())
        .contains(
            "PokeAPI",
            "no; godwit connectors add source-pokeapi",
            "metadata/airbyte/source-pokeapi/0.3.9/manifest.yaml",
            "https://docs.example.com/pokeapi",
            "The key of pokemon changes. Only streams pokemon. Until 2026-12-31.");
    assertThat(connectors("show", "faker", "--json").out())
        .startsWith("{\"name\":\"source-faker\"")
        .contains("\"python\":\"airbyte-source-faker\"", "\"usage\":null");
  }

  @Test
  void whatIsAddedIsListed() {
    assertThat(connectors("list").err()).contains("uses no connectors yet");
    assertThat(connectors("add", "pokeapi").out())
        .contains("source-pokeapi 0.3.9 is pinned in godwit.lock; it runs as manifest.");

    assertThat(connectors("list").out()).contains("source-pokeapi", "0.3.9");
    assertThat(connectors("list", "--all").out())
        .contains("destination-postgres", "source-faker", "certified");
    assertThat(connectors("add", "pokeapi").out()).contains("is pinned already");
    assertThat(connectors("add", "pokeapi@0.2.0").err()).contains("is pinned to 0.3.9");
    assertThat(folder.resolve("godwit.lock")).content().contains("\"sha256\"");
  }

  @Test
  void anUpdateSaysWhichStreamsInUseItTouches() throws IOException {
    connectors("add", "pokeapi@0.2.0");
    Files.writeString(
        folder.resolve("a.yaml"),
        "source: pokeapi\ndestination: duckdb:a\nstreams: {pokemon: {}, berries: {}}\n");
    Files.writeString(
        folder.resolve("b.yaml"),
        "source: pokeapi\ndestination: duckdb:b\nstreams: {berries: {}}\n");
    Files.writeString(folder.resolve("c.yaml"), "source: faker\ndestination: duckdb:c\n");

    Captured dry = connectors("update", "--dry-run");

    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out())
        .contains(
            "source-pokeapi 0.2.0 → 0.3.9", "a.yaml: pokemon\n", "b.yaml: none of its streams")
        .doesNotContain("c.yaml");
  }

  @Test
  void whatBreaksSomethingIsOnlyDoneWithConsent() {
    connectors("add", "pokeapi@0.2.0");

    assertThat(connectors("update").exitCode()).isEqualTo(1);
    assertThat(connectors("list").out()).contains("0.2.0");
    assertThat(connectors("update", "--yes", "--json").out()).contains("\"applied\":true");
    assertThat(connectors("list").out()).contains("0.3.9");
    assertThat(connectors("update").out()).contains("Every connector is up to date.");
  }

  @Test
  void anOlderVersionCanBePinned() {
    connectors("add", "pokeapi");

    assertThat(connectors("pin", "pokeapi@0.2.0").exitCode()).isZero();
    assertThat(connectors("list").out()).contains("0.2.0");
    assertThat(connectors("pin", "pokeapi").err()).contains("Which version");
  }

  @Test
  void slipsAreAnswered() {
    Captured slip = connectors("show", "pokapi");

    assertThat(slip.exitCode()).isEqualTo(2);
    assertThat(slip.err()).contains("did you mean pokeapi?");
    assertThat(connectors("serch", "x").err()).contains("did you mean search?");
    assertThat(connectors("add", "../x", "--json").out() + connectors("add", "../x").err())
        .contains("registry.bad-name", "cannot be the name");
  }
}
