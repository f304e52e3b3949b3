package dev.godwit.cli.command;

import dev.godwit.OpenSync;
import dev.godwit.Outlook;
import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.plan.PlanFile;
import dev.godwit.cli.plan.PlanJson;
import dev.godwit.cli.plan.PlanText;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.json.JsonWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what a sync would do.
@Command(
    name = "plan",
    header = "Say what a sync would do, and do nothing.",
    description = {
      "Shows for each stream how it would be read and written, from where it would go on, which"
          + " changes of its schema there are and what the policy makes of them, the statements"
          + " that would be executed, the rules for its rows, and what earlier runs have cost.",
      "The exit code is 1 when a stream would be refused."
    },
    footer = {
      "  godwit plan shop.yaml duckdb:shop.duckdb --config config.json",
      "",
      "  Plan, look, then do exactly that:",
      "    godwit plan shop.yaml duckdb:shop.duckdb --config config.json --out plan.json",
      "    godwit sync --plan plan.json"
    })
final class PlanCommand implements Callable<Integer> {
  /// Options that say what becomes of a plan, or may carry secrets. All take one value.
  private static final Set<String> NOT_KEPT = Set.of("-o", "--out", "-s", "--set");

  /// Nobody wants to know it more exactly.
  private static final long MOST_SLICES = 100_000;

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SyncOptions options = new SyncOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Write the plan to a file, for godwit sync --plan.")
  private @Nullable Path out;

  @Option(
      names = "--slices",
      description =
          "Also count the slices that each stream would be read in. Asks the API where streams are"
              + " read for each row of another one.")
  private boolean slices;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StatusArea area = new StatusArea(terminal.err());
    try (OpenSync open = options.sync(terminal, log.to(area)).open()) {
      List<Outlook> outlooks = open.outlook();
      if (json.isSet()) {
        terminal.out().line(JsonWriter.text(PlanJson.of(open.plan(), outlooks, counted(open))));
      } else {
        PlanText.print(open.plan(), outlooks, counted(open), terminal.out());
      }
      if (out != null) {
        PlanFile file =
            SavedPlan.of(PlanJson.of(open.plan(), outlooks), options, terminal, arguments());
        TextFiles.write(terminal.folder().resolve(out), file.text());
      }
      boolean fine = outlooks.stream().allMatch(outlook -> outlook.refusal() == null);
      return fine ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private Map<StreamName, Long> counted(OpenSync open) {
    Map<StreamName, Long> counts = new LinkedHashMap<>();
    if (slices) {
      open.plan()
          .streams()
          .forEach(stream -> counts.put(stream.name(), open.slices(stream, MOST_SLICES)));
    }
    return counts;
  }

  /// The arguments that lead to the same plan again.
  private List<String> arguments() {
    List<String> kept = new ArrayList<>();
    Iterator<String> given = spec.commandLine().getParseResult().originalArgs().iterator();
    given.next();
    while (given.hasNext()) {
      String argument = given.next();
      if (NOT_KEPT.contains(argument)) {
        given.next();
      } else if (!argument.matches("(?:--out|--set)=.*|-[os].+|--json|--slices|-v|--verbose")) {
        kept.add(argument);
      }
    }
    return kept;
  }
}
