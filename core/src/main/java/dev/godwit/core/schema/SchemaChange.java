package dev.godwit.core.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// In what a stream is other than when it last landed.
public sealed interface SchemaChange {
  SchemaChangeKind kind();

  /// The field that has changed; null where it is the stream as a whole.
  default @Nullable String field() {
    return null;
  }

  /// The change in words, as a clause.
  String describe();

  /// The stream never landed here.
  record NewStream() implements SchemaChange {
    @Override
    public SchemaChangeKind kind() {
      return SchemaChangeKind.NEW_STREAM;
    }

    @Override
    public String describe() {
      return "the stream is new";
    }
  }

  /// A field that had no column.
  record NewColumn(String field, FieldType type) implements SchemaChange {
    @Override
    public SchemaChangeKind kind() {
      return SchemaChangeKind.NEW_COLUMN;
    }

    @Override
    public String describe() {
      return "new field %s (%s)".formatted(field, type);
    }
  }

  /// A field that had no column and seems to hold personal data.
  ///
  /// @param what it seems to hold
  record NewPersonalColumn(String field, FieldType type, String what) implements SchemaChange {
    @Override
    public SchemaChangeKind kind() {
      return SchemaChangeKind.NEW_PERSONAL_COLUMN;
    }

    @Override
    public String describe() {
      return "new field %s (%s), which seems to hold personal data: %s"
          .formatted(field, type, what);
    }
  }

  /// A column whose field is gone.
  record RemovedColumn(String field) implements SchemaChange {
    @Override
    public SchemaChangeKind kind() {
      return SchemaChangeKind.REMOVED_COLUMN;
    }

    @Override
    public String describe() {
      return "field %s is gone".formatted(field);
    }
  }

  /// A field may hold more than its column.
  record WiderType(String field, FieldType from, FieldType to) implements SchemaChange {
    @Override
    public SchemaChangeKind kind() {
      return SchemaChangeKind.WIDER_TYPE;
    }

    @Override
    public String describe() {
      return "field %s widens from %s to %s".formatted(field, from, to);
    }
  }

  /// A field holds something else than its column.
  ///
  /// @param to the narrowest type that holds both
  record TypeConflict(String field, FieldType from, FieldType to) implements SchemaChange {
    @Override
    public SchemaChangeKind kind() {
      return SchemaChangeKind.TYPE_CONFLICT;
    }

    @Override
    public String describe() {
      return "field %s changes from %s, and only %s holds both".formatted(field, from, to);
    }
  }

  /// A field may have no value any more.
  record Nullability(String field) implements SchemaChange {
    @Override
    public SchemaChangeKind kind() {
      return SchemaChangeKind.NULLABILITY;
    }

    @Override
    public String describe() {
      return "field %s may be without a value".formatted(field);
    }
  }

  /// Rows are told apart by other fields.
  record KeyChange(List<List<String>> from, List<List<String>> to) implements SchemaChange {
    @Override
    public SchemaChangeKind kind() {
      return SchemaChangeKind.KEY_CHANGE;
    }

    @Override
    public String describe() {
      return "the primary key changes from %s to %s".formatted(words(from), words(to));
    }

    private static String words(List<List<String>> key) {
      return key.isEmpty()
          ? "none"
          : key.stream().map(path -> String.join(".", path)).collect(Collectors.joining(", "));
    }
  }

  /// Changes are no longer found by the field by which they were found.
  record CursorGone(List<String> from) implements SchemaChange {
    @Override
    public SchemaChangeKind kind() {
      return SchemaChangeKind.CURSOR_GONE;
    }

    @Override
    public String describe() {
      return "the cursor is no longer %s".formatted(String.join(".", from));
    }
  }
}
