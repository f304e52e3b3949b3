package dev.godwit.registry.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.registry.SampleEntry;
import dev.godwit.registry.entry.ConnectorEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexReaderTest {
  private static RegistryIndex read(String json) {
    return IndexReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static ConnectorEntry only(SampleEntry entry) {
    RegistryIndex index = read(SampleEntry.list(entry));
    assertThat(index.refused()).isEmpty();
    return index.entries().getFirst();
  }

  @Test
  void readsAllThatMatters() {
    ConnectorEntry entry =
        only(
            SampleEntry.manifest("source-pokeapi", "1.4.0")
                .with("suggestedStreams", Map.of("streams", List.of("pokemon")))
                .measured("low", "high")
                .candidate("1.5.0-rc.1")
                .breaking("1.0.0", "Keys change.", "pokemon"));

    assertThat(entry.title()).isEqualTo("Pokeapi");
    assertThat(entry.packaging().declarative()).isTrue();
    assertThat(entry.packaging().language()).isEqualTo("manifest-only");
    assertThat(entry.standing().usage()).isEqualTo("low");
    assertThat(entry.standing().successRate()).isEqualTo("high");
    assertThat(entry.standing().supportLevel()).isEqualTo("community");
    assertThat(entry.suggestedStreams()).containsExactly("pokemon");
    assertThat(entry.allowedHosts()).containsExactly("api.example.com");
    assertThat(entry.versions())
        .extracting(Object::toString)
        .containsExactly("1.0.0", "1.4.0", "1.5.0-rc.1");
    assertThat(entry.breakingChanges().getFirst().streams()).containsExactly("pokemon");
    assertThat(entry.breakingChanges().getFirst().deadline()).isEqualTo("2026-12-31");
  }

  @Test
  void whatIsMissingIsNotSaid() {
    SampleEntry entry = SampleEntry.manifest("source-a", "1");
    List.of(
            "name",
            "documentationUrl",
            "license",
            "releaseStage",
            "supportLevel",
            "releaseDate",
            "sourceType",
            "language",
            "tags",
            "allowedHosts",
            "spec")
        .forEach(entry::without);

    ConnectorEntry read = only(entry);

    assertThat(read.title()).isEqualTo("a");
    assertThat(read.documentationUrl()).isNull();
    assertThat(read.standing().usage()).isNull();
    assertThat(read.packaging().declarative()).isFalse();
    assertThat(read.allowedHosts()).isEmpty();
  }

  @Test
  void whatIsOfAnotherTypeIsNotSaid() {
    ConnectorEntry read =
        only(
            SampleEntry.manifest("source-a", "1")
                .with("tags", "language:python")
                .with("allowedHosts", List.of("x"))
                .with("suggestedStreams", Map.of("streams", Map.of()))
                .with("remoteRegistries", "none")
                .with("releases", List.of())
                .with("generated", 7L));

    assertThat(read.tags()).isEmpty();
    assertThat(read.packaging().pythonPackage()).isNull();
    assertThat(read.breakingChanges()).isEmpty();
  }

  @Test
  void tagsTellTheLanguageWhereNothingElseDoes() {
    ConnectorEntry read = only(SampleEntry.manifest("source-a", "1").without("language"));

    assertThat(read.packaging().declarative()).isTrue();
    assertThat(read.packaging().language()).isEqualTo("manifest-only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dockerRepository", "dockerImageTag"})
  void anEntryThatLacksNameOrVersionIsLeftOut(String field) {
    RegistryIndex index =
        read(
            SampleEntry.list(
                SampleEntry.manifest("source-a", "1").without(field),
                SampleEntry.manifest("source-b", "1")));

    assertThat(index.entries()).hasSize(1);
    assertThat(index.refused()).containsEntry("sources[0]", "it has no " + field);
  }

  @Test
  void aChangeWhoseScopeIsNotOfStreamsMayTouchAll() {
    ConnectorEntry read =
        only(
            SampleEntry.manifest("source-a", "2.0.0")
                .with(
                    "releases",
                    Map.of(
                        "breakingChanges",
                        Map.of(
                            "2.0.0",
                            Map.of(
                                "message",
                                "x",
                                "scopedImpact",
                                List.of(
                                    Map.of(
                                        "scopeType",
                                        "field",
                                        "impactedScopes",
                                        List.of("id"))))))));

    assertThat(read.breakingChanges().getFirst().streams()).isEmpty();
  }

  @Test
  void namesOfOtherHousesAreTheLastPartOfTheirRepository() {
    ConnectorEntry read =
        only(
            SampleEntry.java("source-x", "1")
                .with("dockerRepository", "ghcr.io/house/airbyte-x_source"));

    assertThat(read.name()).hasToString("airbyte-x_source");
  }
}
