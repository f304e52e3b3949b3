package dev.godwit.cli.plan;

import dev.godwit.Outlook;
import dev.godwit.Outlook.Cost;
import dev.godwit.cli.report.StateText;
import dev.godwit.cli.terminal.Amounts;
import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.core.CursorRange;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamRules;
import dev.godwit.core.SyncPlan;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.schema.SchemaDecision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plan for people.
public final class PlanText {
  private PlanText() {}

  /// A paragraph a stream, and what is refused or left out.
  ///
  /// @param slices of the streams whose slices were counted
  public static void print(
      SyncPlan plan, List<Outlook> outlooks, Map<StreamName, Long> slices, Channel channel) {
    for (Outlook outlook : outlooks) {
      print(outlook, slices.get(outlook.plan().name()), channel);
    }
    plan.leftOut()
        .forEach(stream -> channel.line(Cells.harmless(stream.toString()) + ": new, and left out"));
    plan.warnings()
        .forEach(warning ->
            channel.line(channel.style().yellow("warning:") + " " + Cells.harmless(warning)));
    long refused = outlooks.stream().filter(outlook -> outlook.refusal() != null).count();
    channel.line(
        refused == 0
            ? "Nothing was changed. To do this, run godwit sync."
            : "Nothing was changed. " + Amounts.count(refused, "stream") + " would be refused.");
  }

  private static void print(Outlook outlook, @Nullable Long slices, Channel channel) {
    StreamPlan plan = outlook.plan();
    String name = Cells.harmless(plan.name().toString());
    channel.line(channel.style().bold(name) + ": " + reading(plan));
    for (SchemaDecision decision : plan.schema().decisions()) {
      line("change", decision.change().describe() + ": " + decision.action().wireName(), channel);
    }
    if (slices != null) {
      line("read in", Amounts.count(slices, "slice"), channel);
    }
    if (outlook.selects()) {
      line("pushed down", "the API is asked for the fields of the schema only", channel);
    }
    if (plan.rules().limit() != StreamRules.UNLIMITED) {
      String rows = Amounts.count(plan.rules().limit(), "row");
      line("pushed down", "no more than " + rows + " are asked for", channel);
    }
    plan.rules().mapping().describe().forEach(rule -> line("after reading", rule, channel));
    plan.rules()
        .contract()
        .contradictions()
        .forEach(contradiction -> line("contract", contradiction, channel));
    outlook.statements().forEach(sql -> line("sql", sql, channel));
    Cost cost = outlook.cost();
    if (cost != null) {
      line("expected", words(cost), channel);
    }
    GodwitException refusal = outlook.refusal();
    if (refusal != null) {
      channel.line(
          "  " + channel.style().failed() + " " + refusal.message() + " [" + refusal.code() + "]");
      if (refusal.hint() != null) {
        channel.line("    " + refusal.hint());
      }
    }
    channel.line("");
  }

  private static void line(String what, String text, Channel channel) {
    channel.line("  " + channel.style().dim(what + ":") + " " + Cells.harmless(text));
  }

  private static String reading(StreamPlan plan) {
    String modes = plan.read().syncMode().wireName() + ", " + plan.stream().writeMode().wireName();
    return modes
        + "; "
        + from(plan)
        + (plan.generation().replaces() ? ", in place of the old rows" : "");
  }

  private static String from(StreamPlan plan) {
    CursorRange range = plan.range();
    if (range != null) {
      return "reads again " + range.describe();
    }
    return plan.state() == null ? "reads everything" : "goes on from " + StateText.of(plan.state());
  }

  private static String words(Cost cost) {
    return "%s, %s, %s s, as %s had it"
        .formatted(
            Amounts.count(cost.rows(), "row"),
            Amounts.count(cost.requests(), "request"),
            Amounts.seconds(cost.duration()),
            Amounts.count(cost.runs(), "earlier run"));
  }
}
