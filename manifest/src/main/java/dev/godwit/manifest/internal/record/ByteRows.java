package dev.godwit.manifest.internal.record;

import dev.godwit.core.RowFile;
import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonElements;
import dev.godwit.core.json.JsonMembers;
import dev.godwit.core.json.JsonParser;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.template.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows that are changed in their bytes: only fields with a part in the change become values, all
/// others are copied as they stand.
final class ByteRows implements RowSource {
  /// The place of a field that has no part in the change.
  private static final int NO_PART = -1;

  private final JsonElements rows;
  private final byte[] page;
  private final Rewriting rewriting;
  private final Occasion occasion;
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private final Scope scope;
  private final String[] names;
  private final byte[][] keys;

  /// A bit for each length that a name has, counted modulo 64.
  private final long lengths;

  private final boolean[] read;
  private final boolean[] written;
  private final boolean[] met;
  private final JsonMembers members = new JsonMembers();
  private int[] bounds = new int[64];
  private int[] parts = new int[32];
  private int count;
  private boolean hasNulls;
  private int row = -1;

  /// @param rows objects without white space between their tokens
  ByteRows(JsonElements rows, Rewriting rewriting, Footprint footprint, Occasion occasion) {
    this.rows = rows;
    this.page = rows.page();
    this.rewriting = rewriting;
    this.occasion = occasion;
    this.scope = occasion.scope().with("record", fields);
    List<String> fields = footprint.fields();
    this.names = fields.toArray(String[]::new);
    this.keys =
        fields.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    this.read = new boolean[names.length];
    this.written = new boolean[names.length];
    this.met = new boolean[names.length];
    long known = 0;
    for (int i = 0; i < names.length; i++) {
      known |= 1L << keys[i].length;
      read[i] = footprint.reads().contains(names[i]);
      written[i] = footprint.writes().contains(names[i]);
    }
    this.lengths = known;
  }

  @Override
  public boolean advance() {
    row++;
    return row < rows.count();
  }

  @Override
  public boolean write(JsonBuffer target) {
    int start = rows.start(row);
    int end = rows.end(row);
    if (!isPlain(start, end)) {
      return writeTree(JsonParser.STRICT.parse(page, start, end), target);
    }
    if (rewriting.apply(fields, scope) == null) {
      return false;
    }
    copy(target);
    return true;
  }

  private boolean writeTree(@Nullable Object tree, JsonBuffer target) {
    Map<String, @Nullable Object> kept =
        rewriting.apply(tree, occasion.scope().with("record", tree));
    if (kept != null) {
      hasNulls = kept.containsValue(null);
      JsonWriter.write(kept, target);
    }
    return kept != null;
  }

  /// Finds the row's members and reads those that matter.
  ///
  /// @return false for a row with an escape in a name or with a field twice: its bytes do not tell
  ///   its fields well enough
  private boolean isPlain(int start, int end) {
    fields.clear();
    Arrays.fill(met, false);
    hasNulls = false;
    count = 0;
    members.open(page, start, end);
    while (members.next()) {
      int part = part(members.keyStart(), members.keyEnd());
      if (part >= 0) {
        if (met[part]) {
          return false;
        }
        met[part] = true;
        if (read[part]) {
          fields.put(names[part], JsonPiece.read(page, members.start(), members.end()));
        }
      } else if (hasEscape(members.keyStart(), members.keyEnd())) {
        return false;
      }
      hasNulls |= page[members.start()] == 'n' && !isWritten(part);
      note(members.keyStart() - 1, members.end(), part);
    }
    return true;
  }

  private int part(int keyStart, int keyEnd) {
    if ((lengths & (1L << (keyEnd - keyStart))) == 0) {
      return NO_PART;
    }
    for (int i = 0; i < keys.length; i++) {
      byte[] key = keys[i];
      if (key.length == keyEnd - keyStart
          && Arrays.equals(key, 0, key.length, page, keyStart, keyEnd)) {
        return i;
      }
    }
    return NO_PART;
  }

  private boolean hasEscape(int from, int to) {
    for (int i = from; i < to; i++) {
      if (page[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  private void note(int start, int end, int part) {
    if (count == parts.length) {
      parts = Arrays.copyOf(parts, 2 * count);
      bounds = Arrays.copyOf(bounds, 4 * count);
    }
    parts[count] = part;
    bounds[2 * count] = start;
    bounds[2 * count + 1] = end;
    count++;
  }

  /// Writes the row: members that were not changed as runs of bytes, the others out of `fields`.
  private void copy(JsonBuffer target) {
    int separator = '{';
    int i = 0;
    while (i < count) {
      int runEnd = i;
      while (runEnd < count && !isWritten(parts[runEnd])) {
        runEnd++;
      }
      if (runEnd > i) {
        target.add((byte) separator);
        target.add(page, bounds[2 * i], bounds[2 * runEnd - 1]);
        separator = ',';
        i = runEnd;
      } else {
        separator = field(parts[i], separator, target);
        i++;
      }
    }
    for (int part = 0; part < names.length; part++) {
      if (written[part] && !met[part]) {
        separator = field(part, separator, target);
      }
    }
    if (separator == '{') {
      target.add((byte) '{');
    }
    target.add((byte) '}');
  }

  private boolean isWritten(int part) {
    return part >= 0 && written[part];
  }

  private int field(int part, int separator, JsonBuffer target) {
    String name = names[part];
    Object value = fields.get(name);
    if (value == null && !fields.containsKey(name)) {
      return separator;
    }
    hasNulls |= value == null;
    target.add((byte) separator);
    JsonWriter.write(name, target);
    target.add((byte) ':');
    JsonWriter.write(value, target);
    return ',';
  }

  @Override
  public boolean hasNulls() {
    return hasNulls;
  }

  @Override
  public @Nullable RowFile file() {
    return null;
  }
}
