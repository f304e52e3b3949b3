package dev.godwit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.godwit.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final List<List<String>> ID = List.of(List.of("id"));

  private static Row ticket(long id, String body) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id);
    row.put("subject", "Tea\n is cold");
    row.put("body", body);
    row.put("author", "ann");
    row.put("tags", List.of("tea", "cold"));
    row.put("nothing", null);
    return Row.of(row);
  }

  private static List<Document> documents(Documents form, Row row) {
    return form.of(Stream.of(row), "tickets", ID).toList();
  }

  @Test
  void everythingIsContentByDefault() {
    assertThat(documents(Documents.ALL, ticket(7, "It was warm.\nOnce.")))
        .containsExactly(
            new Document(
                "tickets/7",
                null,
                "**id**: 7\n\n## subject\n\nTea\n is cold\n\n\n## body\n\nIt was warm.\nOnce.\n\n"
                    + "**author**: ann\n**tags**: [\"tea\",\"cold\"]",
                Map.of("id", 7L)));
  }

  @Test
  void fieldsAreTitleContentAndMetadata() {
    Documents form = Documents.ALL.title("subject").content("body").metadata("author");
    assertThat(documents(form, ticket(7, "Text.")))
        .containsExactly(
            new Document("tickets/7", "Tea is cold", "Text.", Map.of("id", 7L, "author", "ann")));
    assertThat(documents(form.showMetadata(), ticket(7, "Text.")))
        .extracting(Document::content)
        .containsExactly("Text.\n\n**id**: 7\n**author**: ann");
  }

  @Test
  void longContentsAreCut() {
    String body = "First part.\n\nSecond part is here.\n\nThird.";
    List<Document> pieces = documents(Documents.ALL.content("body").chunks(25, 0), ticket(7, body));
    assertThat(pieces)
        .extracting(Document::id)
        .containsExactly("tickets/7#1", "tickets/7#2", "tickets/7#3");
    assertThat(pieces)
        .extracting(Document::content)
        .containsExactly("First part.", "Second part is here.", "Third.");
  }

  @Test
  void piecesShareWhatTheyAreToldTo() {
    String words = "one two three four five six seven eight nine ten";
    List<Document> pieces =
        documents(Documents.ALL.content("body").chunks(20, 6), ticket(7, words));
    assertThat(pieces).hasSizeGreaterThan(2);
    assertThat(pieces).allMatch(piece -> piece.content().length() <= 20);
    for (int i = 1; i < pieces.size(); i++) {
      assertThat(pieces.get(i - 1).content()).contains(pieces.get(i).content().substring(0, 3));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Documents.ALL.chunks(10, 10));
  }

  @Test
  void noCharacterIsCutInTwo() {
    String body = "\uD83E\uDD86".repeat(10);
    List<Document> pieces = documents(Documents.ALL.content("body").chunks(5, 0), ticket(7, body));
    assertThat(pieces)
        .extracting(Document::content)
        .allMatch(text -> text.equals("\uD83E\uDD86\uD83E\uDD86"));
    assertThat(pieces).hasSize(5);
  }

  @Test
  void rowsWithoutAKeyAreNumbered() {
    assertThat(Documents.ALL.of(Stream.of(ticket(7, "a"), ticket(8, "b")), "t", List.of()))
        .extracting(Document::id)
        .containsExactly("t/1", "t/2");
  }
}
