package dev.godwit.cli.command;

import dev.godwit.core.catalog.Nested;
import dev.godwit.core.error.Spelling;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Forms of objects and arrays by the names that users know.
final class NestedArgument implements ITypeConverter<Nested> {
  @Override
  public Nested convert(String text) {
    return Stream.of(Nested.values())
        .filter(form -> form.wireName().equals(text))
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  private static TypeConversionException unknown(String text) {
    List<String> names = Stream.of(Nested.values()).map(Nested::wireName).toList();
    return new TypeConversionException(Spelling.sentence("There is no form " + text, text, names));
  }
}
