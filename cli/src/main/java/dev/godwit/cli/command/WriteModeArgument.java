package dev.godwit.cli.command;

import dev.godwit.core.catalog.WriteMode;
import dev.godwit.core.error.Spelling;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Write modes by the names that users know.
final class WriteModeArgument implements ITypeConverter<WriteMode> {
  @Override
  public WriteMode convert(String text) {
    return Stream.of(WriteMode.values())
        .filter(mode -> mode.wireName().equals(text))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  private static TypeConversionException unknown(String text) {
    List<String> names = Stream.of(WriteMode.values()).map(WriteMode::wireName).toList();
    return new TypeConversionException(
        Spelling.sentence("There is no write mode " + text, text, names));
  }
}
