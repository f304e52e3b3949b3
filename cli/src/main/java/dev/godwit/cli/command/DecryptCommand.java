package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import dev.godwit.mapping.Decryption;
import dev.godwit.mapping.rule.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Turns encrypted values back.
@Command(
    name = "decrypt",
    header = "Turn values back that the rule encrypt has made.",
    description = {
      "Prints the value of each TEXT on a line: texts as they are, all else as JSON. With - every"
          + " encrypted value in standard input is replaced by what it stands for, and all else is"
          + " passed on."
    },
    footer = {
      "  godwit decrypt --key env:AES_KEY gw1.EXMq…",
      "  godwit query shop.duckdb \"from customers\" --json | godwit decrypt --key env:AES_KEY -"
    })
final class DecryptCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final String VARIABLE = "env:";
  private static final String FILE = "@";

  /// An encrypted value, perhaps as a text in JSON.
  private static final Pattern ENCRYPTED = Pattern.compile("(\"?)(gw1\\.[A-Za-z0-9_-]+)\\1");

  private final Terminal terminal;
  private final InputStream input;

  @Parameters(
      paramLabel = "TEXT",
      arity = "1..*",
      description = "Encrypted values, or - for standard input.")
  private List<String> texts = List.of();

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description =
          "Where the key is: env:NAME for an environment variable, @FILE for a file. Not the key"
              + " itself, which others could see.")
  private String key = "";

  @SuppressWarnings("UnusedVariable") // the failure report asks the parser for it
  @Mixin
  private LogOption log = new LogOption();

  DecryptCommand(Terminal terminal, InputStream input) {
    this.terminal = terminal;
    this.input = input;
  }

  @Override
  public Integer call() {
    Decryption decryption = new Decryption(secret());
    for (String text : texts) {
      if (text.equals(STANDARD_INPUT)) {
        passOn(decryption);
      } else {
        terminal.out().line(plain(decryption.json(text)));
      }
    }
    return ExitCode.OK;
  }

  private Secret secret() {
    if (key.startsWith(VARIABLE)) {
      String value = terminal.variables().get(key.substring(VARIABLE.length()));
      if (value == null) {
        throw GodwitException.config(
            "config.variable",
            "The environment variable " + key.substring(VARIABLE.length()) + " is not set.");
      }
      return Secret.of(value);
    }
    if (!key.startsWith(FILE)) {
      throw GodwitException.config("usage", "--key is env:NAME or @FILE, never the key itself.");
    }
    try {
      return Secret.of(Files.readString(terminal.folder().resolve(key.substring(FILE.length()))));
    } catch (IOException unreadable) {
      throw GodwitException.config(
              "config.unreadable", "Cannot read the file " + key.substring(FILE.length()) + ".")
          .causedBy(unreadable);
    }
  }

  private void passOn(Decryption decryption) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        terminal
            .out()
            .line(ENCRYPTED.matcher(line).replaceAll(found -> replacement(decryption, found)));
      }
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  private static String replacement(Decryption decryption, MatchResult found) {
    String json = decryption.json(found.group(2));
    return Matcher.quoteReplacement(found.group(1).isEmpty() ? plain(json) : json);
  }

  /// A text without its quotes, all else as it is.
  private static String plain(String json) {
    return JsonParser.LENIENT.parse(json) instanceof String text ? text : json;
  }
}
