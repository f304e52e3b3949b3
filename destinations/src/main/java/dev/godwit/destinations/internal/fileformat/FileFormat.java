package dev.godwit.destinations.internal.fileformat;

import dev.godwit.destinations.internal.rowfile.AvroForm;
import java.util.List;
import java.util.Locale;

/// The formats of files.
public enum FileFormat {
  PARQUET,
  JSONL,
  CSV,
  AVRO;

  /// The format of a name.
  ///
  /// @throws IllegalArgumentException when there is none
  public static FileFormat named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /// The name in addresses, and what files end with.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The compressions that there are; the first one is usual.
  public List<Compression> compressions() {
    return switch (this) {
      case PARQUET ->
          List.of(Compression.ZSTD, Compression.SNAPPY, Compression.GZIP, Compression.NONE);
      case JSONL, CSV -> List.of(Compression.NONE, Compression.GZIP);
      case AVRO -> List.of(Compression.DEFLATE, Compression.NONE);
    };
  }

  /// A column name that the format allows; nearly always `name` itself.
  public String fitted(String name) {
    return switch (this) {
      case PARQUET, JSONL -> name;
      // Readers strip the names in a header.
      case CSV -> name.strip();
      case AVRO -> AvroForm.fitted(name);
    };
  }

  /// Whether columns can have parts with types of their own.
  public boolean hasStructs() {
    return this == PARQUET;
  }

  /// What the names of files end with.
  public String extension(Compression compression) {
    boolean packed = compression == Compression.GZIP && (this == JSONL || this == CSV);
    return wireName() + (packed ? ".gz" : "");
  }
}
