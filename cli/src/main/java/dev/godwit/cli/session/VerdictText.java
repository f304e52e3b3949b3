package dev.godwit.cli.session;

import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.cli.terminal.Style;
import java.util.List;

/// Verdicts for people: a line for each session, and below it what differs.
record VerdictText(Channel out) {
  void print(Verdict verdict) {
    Style style = out.style();
    String mark = verdict.isGood() ? style.done() : style.failed();
    String name = style.bold(verdict.file().toString());
    switch (verdict) {
      case Verdict.Tested tested -> {
        String counts = style.dim(RecordingReport.counts(tested.checked().session()));
        out.line(mark + " " + name + "  " + counts + (tested.updated() ? "  updated" : ""));
        new DifferenceText(out).print(tested.checked().differences());
        if (!tested.checked().complete()) {
          out.line("    If the new requests are meant, record the session again.");
        }
      }
      case Verdict.Refused refused -> {
        out.line(mark + " " + name);
        refused.error().describe().lines().forEach(line -> out.line("    " + line));
      }
    }
  }

  void summary(List<Verdict> verdicts) {
    long failed = verdicts.stream().filter(verdict -> !verdict.isGood()).count();
    String all = Amounts.count(verdicts.size(), "session");
    out.line(
        failed == 0
            ? out.style().done() + " " + all + " as recorded"
            : out.style().failed() + " %d of %s failed".formatted(failed, all));
  }
}
