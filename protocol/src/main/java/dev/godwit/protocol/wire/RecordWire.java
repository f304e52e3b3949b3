package dev.godwit.protocol.wire;

import dev.godwit.core.RowFile;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.protocol.message.RecordChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of what stands around the row in a RECORD message.
public final class RecordWire {
  private RecordWire() {}

  /// Everything before the row itself.
  static byte[] prefix(StreamName stream) {
    String namespace =
        stream.namespace() == null
            ? ""
            : "\"namespace\":" + JsonWriter.text(stream.namespace()) + ",";
    String prefix =
        "{\"type\":\"RECORD\",\"record\":{"
            + namespace
            + "\"stream\":"
            + JsonWriter.text(stream.name())
            + ",\"data\":";
    return prefix.getBytes(StandardCharsets.UTF_8);
  }

  /// The field `file_reference`.
  public static Map<String, @Nullable Object> file(RowFile file) {
    return new Fields()
        .put("staging_file_url", file.path())
        .put("source_file_relative_path", file.name())
        .put("file_size_bytes", file.bytes())
        .map();
  }

  /// The file that a `file_reference` means; null when it does not say where the file lies.
  public static @Nullable RowFile file(Fields reference) {
    String path = reference.text("staging_file_url");
    String name = reference.text("source_file_relative_path");
    return path == null
        ? null
        : new RowFile(path, name == null ? path : name, reference.integer("file_size_bytes", 0));
  }

  /// The changes that a `meta` tells of. Kinds and reasons that are not known are left out.
  public static List<RecordChange> changes(Fields meta) {
    List<RecordChange> changes = new ArrayList<>();
    for (Object entry : meta.list("changes")) {
      Fields change = Fields.of(entry);
      String field = change.text("field");
      RecordChange.Change kind = change.word("change", RecordChange.Change.class);
      RecordChange.Reason reason = change.word("reason", RecordChange.Reason.class);
      if (field != null && kind != null && reason != null) {
        changes.add(new RecordChange(field, kind, reason));
      }
    }
    return changes;
  }

  /// The field `meta`.
  static Map<String, @Nullable Object> meta(List<RecordChange> changes) {
    List<Map<String, @Nullable Object>> entries =
        changes.stream()
            .map(change ->
                new Fields()
                    .put("field", change.field())
                    .put("change", change.change().name())
                    .put("reason", change.reason().name())
                    .map())
            .toList();
    return new Fields().put("changes", entries).map();
  }
}
