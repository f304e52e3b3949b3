package dev.godwit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.Captured;
import dev.godwit.cli.command.Commands;
import dev.godwit.cli.connector.ConnectorProgram;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Follows a page as a reader would: saves the files that it shows and gives its commands, in their
/// order.
final class Walkthrough implements AutoCloseable {
  /// Where pages say that the demo's shop listens.
  private static final String ADDRESS = "http://127.0.0.1:8080";

  private final Path folder;
  private final List<ShellCommand> run = new ArrayList<>();
  private final List<ShellCommand> read = new ArrayList<>();
  private @Nullable OpenDemo demo;

  Walkthrough(Path folder) {
    this.folder = folder;
  }

  /// Commands that were run, each to a good end.
  List<ShellCommand> run() {
    return List.copyOf(run);
  }

  /// Commands that need what a reader has, and of which only the arguments were parsed.
  List<ShellCommand> onlyRead() {
    return List.copyOf(read);
  }

  void follow(Page page) throws IOException {
    for (Page.Block block : page.blocks()) {
      switch (block.language()) {
        case "yaml", "json" -> save(block.text());
        case "sh" -> {
          for (ShellCommand command : ShellCommand.in(block.text())) {
            give(command);
          }
        }
        default -> {}
      }
    }
  }

  /// Blocks that are files begin with their name as a comment.
  private void save(String text) throws IOException {
    String firstLine = text.lines().findFirst().orElse("");
    if (firstLine.startsWith("# ")) {
      String here = demo == null ? text : text.replace(ADDRESS, demo.url());
      Path file = folder.resolve(firstLine.substring(2));
      // JSON knows no comments.
      Files.writeString(file, firstLine.endsWith(".json") ? here.replaceFirst(".*\n", "") : here);
    }
  }

  private void give(ShellCommand shown) throws IOException {
    if (shown.has("--serve")) {
      parse(shown);
      close();
      demo = OpenDemo.in(folder);
      run.add(shown);
      return;
    }
    ShellCommand here = inFolder(shown);
    ShellCommand command = demo == null ? here : here.replacing(ADDRESS, demo.url());
    if (!canRun(command)) {
      parse(command);
      read.add(shown);
      return;
    }
    Captured result = Captured.run(folder, registry(), command.toArray());
    assertThat(result.exitCode()).as("%s%n%s%s", command, result.out(), result.err()).isZero();
    run.add(shown);
  }

  /// The demo needs nothing, connectors come from a registry in a folder; other commands need the
  /// file that they name, and no server.
  private boolean canRun(ShellCommand command) {
    String file = command.file().replaceFirst("^(duckdb|parquet):", "");
    if (command.name().equals("connector")) {
      return canAsk(command);
    }
    return command.name().equals("demo")
        || command.name().equals("connectors")
        || command.name().startsWith("-")
        || command.has("--help")
        || (Files.exists(folder.resolve(file)) && !command.toString().contains("postgresql:"));
  }

  /// A registry in a folder in the place of the public one.
  private Map<String, String> registry() {
    Path list = Repository.ROOT.resolve("cli/src/test/resources/registry/registries/v0/list.json");
    return Map.of("GODWIT_REGISTRY", list.toString(), "XDG_CACHE_HOME", folder.toString());
  }

  /// A connector needs the files that are named, and what is no file but a destination.
  private boolean canAsk(ShellCommand command) {
    return command.words().stream()
            .filter(word -> word.matches("(?!source-).*\\.(json|yaml|jsonl)"))
            .allMatch(file -> Files.exists(folder.resolve(file)))
        && !command.has("write");
  }

  /// A process cannot change its folder, so databases get their whole path.
  private ShellCommand inFolder(ShellCommand command) {
    ShellCommand inFolder = command;
    for (String scheme : List.of("duckdb:", "parquet:")) {
      inFolder = inFolder.replacing(scheme, scheme + folder + "/");
    }
    if (command.name().equals("connector")) {
      return new ShellCommand(
          inFolder.words().stream()
              .map(word -> word.endsWith(".json") ? folder.resolve(word).toString() : word)
              .toList());
    }
    return command.name().equals("query") && !command.file().contains(":")
        ? inFolder.replacing(command.file(), folder.resolve(command.file()).toString())
        : inFolder;
  }

  /// Connectors have arguments of their own, and look for files when they have understood them.
  private void parse(ShellCommand command) {
    if (ConnectorProgram.isAsked(command.words())) {
      Captured result = Captured.run(folder, command.toArray());
      assertThat(result.exitCode()).as(result.out()).isNotEqualTo(ExitCode.WRONG_INPUT);
      return;
    }
    Channel silent = Channel.plain(new PrintStream(OutputStream.nullOutputStream()));
    Commands.of(new Terminal(silent, silent, Map.of(), folder)).parseArgs(command.toArray());
  }

  @Override
  public void close() {
    if (demo != null) {
      demo.close();
    }
  }
}
