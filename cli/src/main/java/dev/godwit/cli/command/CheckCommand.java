package dev.godwit.cli.command;

import dev.godwit.SyncBuilder;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.CheckResult;
import dev.godwit.core.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Tries a configuration.
@Command(
    name = "check",
    header = "Try whether a source's configuration works.",
    description = {
      "Validates the configuration and asks the API as little as needed to know whether it"
          + " answers. Of a connection file it then tries the destination, too: login and rights."
    },
    footer = {
      "  godwit check shop.yaml --config config.yaml",
      "  godwit check shop.yaml --set url=https://shop.example --set api_token=@token.txt"
    })
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StatusArea area = new StatusArea(terminal.err());
    CheckResult result = source.source(terminal, log.to(area)).check();
    if (result.succeeded() && source.namesDestination(terminal)) {
      result =
          tried(source.sync(terminal, log.to(area), List.of(), null, new DestinationOptions()));
    }
    if (json.isSet()) {
      terminal.out().line(JsonWriter.text(json(result)));
    } else {
      print(result, terminal.out());
    }
    return result.succeeded() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static CheckResult tried(SyncBuilder sync) {
    String problem = sync.checkDestination().problem();
    return problem == null
        ? CheckResult.OK
        : new CheckResult("The destination can't be used: " + problem);
  }

  private static void print(CheckResult result, Channel out) {
    out.line(
        result.problem() == null
            ? out.style().done() + " The configuration works."
            : out.style().failed() + " The configuration does not work: " + result.problem());
  }

  private static Map<String, @Nullable Object> json(CheckResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("succeeded", result.succeeded());
    if (result.problem() != null) {
      json.put("problem", result.problem());
    }
    return json;
  }
}
