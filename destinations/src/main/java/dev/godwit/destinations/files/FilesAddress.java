package dev.godwit.destinations.files;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Spelling;
import dev.godwit.destinations.internal.fileformat.Compression;
import dev.godwit.destinations.internal.fileformat.FileFormat;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where files go and what they are like, as a user writes it:
/// `data/shop?partition=created_at:day&file_size=256MB`.
///
/// @param place a folder, or the address of a bucket with the options that belong to it
record FilesAddress(String place, FileOptions options) {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KMG])I?B?");
  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");

  private static final List<String> OPTIONS =
      List.of("compression", "file_age", "file_size", "partition", "path");

  /// @param text what follows the format in an address
  /// @throws GodwitException CONFIG `files.bad-option` when an option has no meaning
  static FilesAddress of(FileFormat format, String text) {
    int mark = text.indexOf('?');
    FileOptions options = FileOptions.usual(format);
    if (mark < 0) {
      return new FilesAddress(text, options);
    }
    String place = text.substring(0, mark);
    boolean local = !place.contains("://");
    List<String> others = new ArrayList<>();
    for (String option : List.of(text.substring(mark + 1).split("&", -1))) {
      int equals = option.indexOf('=');
      String name = equals < 0 ? option : option.substring(0, equals);
      if (OPTIONS.contains(name)) {
        String value = equals < 0 ? "" : option.substring(equals + 1);
        options = with(options, name, URLDecoder.decode(value, StandardCharsets.UTF_8));
      } else if (local) {
        throw bad(Spelling.sentence("There is no option " + name, name, OPTIONS))
            .hint("There are " + String.join(", ", OPTIONS) + ".");
      } else {
        others.add(option);
      }
    }
    return new FilesAddress(
        others.isEmpty() ? place : place + "?" + String.join("&", others), options);
  }

  private static FileOptions with(FileOptions options, String name, String value) {
    return switch (name) {
      case "compression" -> options.with(compression(options.format(), value));
      case "file_age" -> options.withFileAge(age(value));
      case "file_size" -> options.withFileSize(size(value));
      case "partition" ->
          options.with(Stream.of(value.split(",", -1)).map(PartitionField::of).toList());
      default -> options.with(FolderTemplate.of(value));
    };
  }

  private static Compression compression(FileFormat format, String value) {
    return format.compressions().stream()
        .filter(known -> known.wireName().equals(value))
        .findFirst()
        .orElseThrow(() ->
            bad("Files of " + format.wireName() + " can't be compressed with '" + value + "'.")
                .hint(
                    format.compressions().stream()
                        .map(Compression::wireName)
                        .collect(Collectors.joining(", ", "There are ", "."))));
  }

  private static long size(String value) {
    Matcher size = SIZE.matcher(value.toUpperCase(Locale.ROOT));
    if (!size.matches() || Long.parseLong(size.group(1)) == 0) {
      throw bad("'" + value + "' is no size of a file.").hint("Write for example 256MB.");
    }
    int shift = 10 * ("KMG".indexOf(size.group(2)) + 1);
    return Long.parseLong(size.group(1)) << shift;
  }

  private static Duration age(String value) {
    Matcher age = AGE.matcher(value);
    if (!age.matches()) {
      throw bad("'" + value + "' is no time that rows may wait.").hint("Write for example 15m.");
    }
    long number = Long.parseLong(age.group(1));
    return switch (age.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private static GodwitException bad(String problem) {
    return GodwitException.config("files.bad-option", problem);
  }
}
