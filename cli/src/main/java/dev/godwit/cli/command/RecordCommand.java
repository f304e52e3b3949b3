package dev.godwit.cli.command;

import dev.godwit.cli.failure.ExitCode;
import dev.godwit.cli.option.JsonOption;
import dev.godwit.cli.option.LogOption;
import dev.godwit.cli.session.DifferenceText;
import dev.godwit.cli.session.RecordingReport;
import dev.godwit.cli.session.StateFile;
import dev.godwit.cli.terminal.StatusArea;
import dev.godwit.cli.terminal.Terminal;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.session.Recorder;
import dev.godwit.session.Recorder.Recorded;
import dev.godwit.session.RecordingWishes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Records a session.
@Command(
    name = "record",
    header = "Record what an API answers, to test a manifest without network.",
    description = {
      "Reads the streams once and keeps requests, answers and rows in one text file, in which"
          + " secrets are replaced: values that the spec marks as airbyte_secret, tokens that were"
          + " fetched, credentials in headers and addresses. The whole file is looked through for"
          + " secrets before it is written, and then replayed: the exit code is 1 when the replay"
          + " comes to something else. `godwit test` replays it from then on.",
      "Rows stay as the API sent them, with personal data that they may have: look through the"
          + " file before you share it."
    },
    footer = {
      "  godwit record shop.yaml --config config.yaml --out shop.session.yaml",
      "  godwit record shop.yaml --config config.yaml --streams orders --limit 50 \\",
      "    --redact email --out orders.session.yaml"
    })
final class RecordCommand implements Callable<Integer> {
  private static final long MEGABYTE = 1_000_000;

  private final Terminal terminal;

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "The file to write, by custom NAME.session.yaml.")
  private Path out = Path.of("");

  @Option(
      names = "--streams",
      paramLabel = "NAME",
      split = ",",
      description = "Only these streams, separated by commas. Default: all.")
  private List<String> streams = List.of();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Where streams go on: a JSON object of states by stream, or state messages of the"
              + " Airbyte protocol. Default: from the beginning.")
  private @Nullable Path state;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "ROWS",
      description = "How many rows of each stream at most. Default: all.")
  private @Nullable Long limit;

  @Option(
      names = "--redact",
      paramLabel = "FIELD",
      split = ",",
      description =
          "Also replace the values of these fields, parameters and headers, separated by commas.")
  private Set<String> redact = Set.of();

  @Option(
      names = "--max-size",
      paramLabel = "MB",
      description = "How large the session may become. Default: 5.")
  private int maxSize = 5;

  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LogOption log = new LogOption();

  RecordCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SourceOptions.Configured configured =
        source.configured(terminal, log.to(new StatusArea(terminal.err())));
    Path file = terminal.folder().resolve(out);
    Recorded recorded =
        new Recorder(
                configured.connector(), configured.config(), configured.world(), file, wishes())
            .record();
    TextFiles.write(file, recorded.text());
    if (json.isSet()) {
      terminal.out().line(JsonWriter.text(RecordingReport.json(out, recorded)));
    } else {
      terminal.out().line(RecordingReport.line(out, recorded, terminal.out().style()));
      new DifferenceText(terminal.out()).print(recorded.differences());
    }
    return recorded.differences().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private RecordingWishes wishes() {
    Map<String, Map<String, @Nullable Object>> states =
        state == null ? Map.of() : StateFile.read(terminal.folder().resolve(state));
    return new RecordingWishes(streams, states, limit, maxSize * MEGABYTE, redact);
  }
}
