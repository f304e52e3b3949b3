package dev.godwit.cli.command;

import dev.godwit.cli.progress.ProgressDisplay.Kind;
import dev.godwit.core.error.Spelling;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// What a sync shows while it runs.
final class ProgressOption {
  @Option(
      names = "--progress",
      paramLabel = "KIND",
      converter = KindArgument.class,
      description =
          "What to show meanwhile, on standard error: live (lines that are redrawn), plain (lines"
              + " that stay), json (an event a line) or none. Default: json with --json, none with"
              + " --quiet, else live on a terminal and plain elsewhere.")
  private Kind kind = Kind.AUTO;

  /// What was asked for, or what suits the other options.
  Kind kind(boolean quiet, boolean json) {
    if (kind != Kind.AUTO) {
      return kind;
    }
    if (quiet) {
      return Kind.NONE;
    }
    return json ? Kind.JSON : Kind.AUTO;
  }

  /// Kinds by the words that users write.
  static final class KindArgument implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String text) {
      return Stream.of(Kind.values())
          .filter(kind -> kind.word().equals(text))
          .findFirst()
          .orElseThrow(() -> unknown(text));
    }

    private static TypeConversionException unknown(String text) {
      List<String> words = Stream.of(Kind.values()).map(Kind::word).toList();
      return new TypeConversionException(
          Spelling.sentence("There is no progress " + text, text, words));
    }
  }
}
