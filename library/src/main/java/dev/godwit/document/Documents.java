package dev.godwit.document;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.row.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How rows become documents. Immutable: each call returns another one.
///
/// ```java
/// Documents form = Documents.ALL.title("subject").content("body").metadata("author").chunks(2000, 200);
/// ```
public final class Documents {
  /// Longer values stand below their field's name instead of beside it.
  private static final int LONGEST_LINE = 60;

  /// Every field is content, and the key is metadata.
  public static final Documents ALL =
      new Documents(null, List.of(), List.of(), false, new Chunks(Integer.MAX_VALUE, 0));

  private final @Nullable String title;
  private final List<String> content;
  private final List<String> metadata;
  private final boolean shown;
  private final Chunks chunks;

  private Documents(
      @Nullable String title,
      List<String> content,
      List<String> metadata,
      boolean shown,
      Chunks chunks) {
    this.title = title;
    this.content = List.copyOf(content);
    this.metadata = List.copyOf(metadata);
    this.shown = shown;
    this.chunks = chunks;
  }

  /// Takes the title from a field.
  public Documents title(String field) {
    return new Documents(field, content, metadata, shown, chunks);
  }

  /// Takes the content from these fields, in this order. The text of a single field stands alone.
  /// Without: all fields that are neither title nor metadata.
  public Documents content(String... fields) {
    return new Documents(title, List.of(fields), metadata, shown, chunks);
  }

  /// Keeps these fields as metadata, besides the key.
  public Documents metadata(String... fields) {
    return new Documents(title, content, List.of(fields), shown, chunks);
  }

  /// Shows metadata at the end of the content, too.
  public Documents showMetadata() {
    return new Documents(title, content, metadata, true, chunks);
  }

  /// Cuts contents that are longer into several documents.
  ///
  /// @param most characters of a document
  /// @param overlap characters that a document repeats of the one before
  public Documents chunks(int most, int overlap) {
    return new Documents(title, content, metadata, shown, new Chunks(most, overlap));
  }

  /// The documents of rows. Closing the result closes the rows.
  ///
  /// @param stream what the rows belong to
  /// @param key paths of the fields that tell rows apart; where there are none, rows are numbered
  public Stream<Document> of(Stream<Row> rows, String stream, List<List<String>> key) {
    AtomicLong number = new AtomicLong();
    return rows.flatMap(row -> documents(row, id(row, stream, key, number), key).stream());
  }

  private List<Document> documents(Row row, String id, List<List<String>> key) {
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    key.forEach(path -> about.put(String.join(".", path), at(row, path)));
    metadata.forEach(field -> about.put(field, row.get(field)));
    String heading = title == null || row.get(title) == null ? null : line(row.get(title));
    List<String> pieces = chunks.of(text(row, about));
    List<Document> documents = new ArrayList<>();
    for (String piece : pieces) {
      String name = pieces.size() == 1 ? id : id + "#" + (documents.size() + 1);
      documents.add(new Document(name, heading, piece, about));
    }
    return documents;
  }

  private String text(Row row, Map<String, @Nullable Object> about) {
    List<String> fields =
        content.isEmpty()
            ? row.asMap().keySet().stream()
                .filter(field -> !field.equals(title) && !metadata.contains(field))
                .toList()
            : content;
    String text =
        content.size() == 1
            ? plain(row.get(content.getFirst()))
            : fields.stream()
                .filter(field -> row.get(field) != null)
                .map(field -> field(field, row.get(field)))
                .collect(Collectors.joining("\n"));
    if (!shown || about.isEmpty()) {
      return text;
    }
    return about.entrySet().stream()
        .map(entry -> field(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n", text + "\n\n", ""));
  }

  private static String field(String name, @Nullable Object value) {
    String text = plain(value);
    boolean fits = text.length() <= LONGEST_LINE && text.indexOf('\n') < 0;
    return fits ? "**" + name + "**: " + text : "\n## " + name + "\n\n" + text + "\n";
  }

  private static String plain(@Nullable Object value) {
    return value instanceof String text ? text : value == null ? "" : JsonWriter.text(value);
  }

  private static String line(@Nullable Object value) {
    return plain(value).replaceAll("\\s+", " ").strip();
  }

  private static String id(Row row, String stream, List<List<String>> key, AtomicLong number) {
    String which =
        key.isEmpty()
            ? "" + number.incrementAndGet()
            : key.stream().map(path -> plain(at(row, path))).collect(Collectors.joining("/"));
    return stream + "/" + which;
  }

  private static @Nullable Object at(Row row, List<String> path) {
    Object value = row.asMap();
    for (String step : path) {
      value = value instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return value;
  }
}
