package dev.godwit.registry.internal.index;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonItems;
import dev.godwit.core.json.JsonKind;
import dev.godwit.core.json.JsonMembers;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads the list of a registry entry by entry: the text stays bytes, and no more than one entry is
/// a tree at a time. For one index.
public final class IndexReader {
  private final byte[] json;
  private final EntryReader reader = new EntryReader();
  private final List<ConnectorEntry> entries = new ArrayList<>();
  private final Map<String, String> refused = new LinkedHashMap<>();
  private int lists;

  private IndexReader(byte[] json) {
    this.json = json;
  }

  /// Reads a whole list.
  ///
  /// @throws GodwitException SYSTEM `registry.malformed` when the text is not such a list
  public static RegistryIndex read(byte[] json) {
    return new IndexReader(json).index();
  }

  private RegistryIndex index() {
    try {
      JsonMembers members = new JsonMembers();
      members.open(json, 0, json.length);
      while (members.next()) {
        String key = members.key();
        boolean isList = members.kind() == JsonKind.ARRAY;
        Stream.of(ConnectorKind.values())
            .filter(kind -> isList && key.equals(kind.word() + "s"))
            .forEach(kind -> list(kind, members.start(), members.end()));
      }
    } catch (GodwitException e) {
      throw malformed("The registry's list is not JSON: " + e.message()).causedBy(e);
    }
    if (lists == 0) {
      throw malformed("The registry's list has neither sources nor destinations.");
    }
    return RegistryIndex.of(entries, refused);
  }

  private void list(ConnectorKind kind, int start, int end) {
    lists++;
    JsonItems items = new JsonItems();
    items.open(json, start, end);
    for (int i = 0; items.next(); i++) {
      String place = kind.word() + "s[" + i + "]";
      if (JsonKind.of(json[items.start()]) == JsonKind.OBJECT) {
        take(kind, place, reader.fields(json, items.start(), items.end()));
      } else {
        refused.put(place, "it is no object");
      }
    }
  }

  private void take(ConnectorKind kind, String place, Fields fields) {
    if (fields.isTrue("tombstone")) {
      return;
    }
    try {
      entries.add(EntryReader.entry(kind, fields));
    } catch (GodwitException e) {
      refused.put(place, e.message());
    }
  }

  private static GodwitException malformed(String message) {
    return GodwitException.system("registry.malformed", message)
        .hint("Check the address of the registry: --registry or GODWIT_REGISTRY.");
  }
}
