package dev.godwit.destinations.internal.ledger;

import dev.godwit.destinations.internal.table.Column;
import dev.godwit.destinations.internal.table.TableShape;
import dev.godwit.destinations.internal.table.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Files that make a table together.
///
/// @param columns of all files, each with a type that holds what any of them has; older files lack
///   some
public record FileSet(List<Column> columns, List<DataFile> files) {
  public static final FileSet NONE = new FileSet(List.of(), List.of());

  public FileSet {
    columns = List.copyOf(columns);
    files = List.copyOf(files);
  }

  /// Names that differ in case only are the same to many readers.
  public static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// How many rows there are.
  public long rows() {
    return files.stream().mapToLong(DataFile::rows).sum();
  }

  /// The paths of the files.
  public List<String> paths() {
    return files.stream().map(DataFile::path).toList();
  }

  /// The types of the columns by folded name.
  public Map<String, ValueType> types() {
    Map<String, ValueType> types = new HashMap<>();
    columns.forEach(column -> types.put(folded(column.name()), column.value()));
    return types;
  }

  /// These files and others.
  ///
  /// @param shape of the others
  public FileSet plus(TableShape shape, List<DataFile> others) {
    Map<String, Column> all = new LinkedHashMap<>();
    columns.forEach(column -> all.put(folded(column.name()), column));
    shape.columns().forEach(column -> all.put(folded(column.name()), column));
    List<DataFile> together = new ArrayList<>(files);
    together.addAll(others);
    return new FileSet(List.copyOf(all.values()), together);
  }
}
