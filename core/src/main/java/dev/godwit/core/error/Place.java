package dev.godwit.core.error;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where an error happened. Every part is optional; {@link #toString()} prints the known ones,
/// widest first.
///
/// @param connection name of the connection
/// @param stream name of the stream
/// @param slice the slice in words, for example `customer=7, 2024-01-01..2024-02-01`
/// @param request method and URL, without secrets
/// @param file path of a manifest or configuration file
/// @param line line in `file`, counted from 1; 0 when unknown
/// @param column column in `line`, counted from 1; 0 when unknown
/// @param path path inside a document, for example `streams[0].retriever`
public record Place(
    @Nullable String connection,
    @Nullable String stream,
    @Nullable String slice,
    @Nullable String request,
    @Nullable String file,
    int line,
    int column,
    @Nullable String path) {

  public static final Place UNKNOWN = new Place(null, null, null, null, null, 0, 0, null);

  public static Place stream(String stream) {
    return new Place(null, stream, null, null, null, 0, 0, null);
  }

  public static Place request(String request) {
    return new Place(null, null, null, request, null, 0, 0, null);
  }

  public static Place file(@Nullable String file, int line, int column, @Nullable String path) {
    return new Place(null, null, null, null, file, line, column, path);
  }

  /// This place where it says something, `wider` where it does not.
  public Place within(Place wider) {
    return new Place(
        connection != null ? connection : wider.connection,
        stream != null ? stream : wider.stream,
        slice != null ? slice : wider.slice,
        request != null ? request : wider.request,
        file != null ? file : wider.file,
        line != 0 ? line : wider.line,
        line != 0 ? column : wider.column,
        path != null ? path : wider.path);
  }

  /// This place with all its texts put through `words`.
  Place inWords(UnaryOperator<String> words) {
    return new Place(
        inWords(connection, words),
        inWords(stream, words),
        inWords(slice, words),
        inWords(request, words),
        inWords(file, words),
        line,
        column,
        inWords(path, words));
  }

  private static @Nullable String inWords(@Nullable String text, UnaryOperator<String> words) {
    return text == null ? null : words.apply(text);
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (file != null) {
      parts.add(line == 0 ? file : file + ":" + line + (column == 0 ? "" : ":" + column));
    }
    if (path != null) {
      parts.add(path);
    }
    if (connection != null) {
      parts.add("connection " + connection);
    }
    if (stream != null) {
      parts.add("stream " + stream);
    }
    if (slice != null) {
      parts.add("slice " + slice);
    }
    if (request != null) {
      parts.add(request);
    }
    return String.join(", ", parts);
  }
}
