package dev.godwit.cli.session;

import dev.godwit.cli.terminal.Cells;
import dev.godwit.cli.terminal.Channel;
import dev.godwit.session.ReplayListener;
import dev.godwit.session.form.Body;
import dev.godwit.session.form.Exchange.Answered;
import dev.godwit.session.form.Exchange.Sent;
import dev.godwit.session.form.Exchange.Unreachable;
import dev.godwit.session.play.ReplayTap.Asked;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells what a replay does: `→` what is asked, `←` what comes back, then rows.
///
/// @param bodies whether bodies are shown
record ReplayText(Channel out, boolean bodies) implements ReplayListener {
  @Override
  public void asked(Asked request) {
    Sent sent = request.sent();
    out.line(out.style().cyan("→ " + sent.method() + " " + Cells.harmless(sent.url())));
    headers(sent.headers());
    body(sent.body());
    if (request.answer() == null) {
      out.line(out.style().red("← the session has no answer"));
      return;
    }
    switch (request.answer().exchange().outcome()) {
      case Answered answered -> {
        out.line(out.style().cyan("← " + answered.status()));
        headers(answered.headers());
        body(answered.body());
      }
      case Unreachable unreachable ->
          out.line(out.style().red("← " + unreachable.kind() + ": " + unreachable.message()));
    }
  }

  @Override
  public void row(String stream, String json) {
    out.line(out.style().dim(stream) + " " + Cells.harmless(json));
  }

  private void headers(Map<String, String> headers) {
    headers.forEach(
        (name, value) -> out.line(out.style().dim("    " + name + ": " + Cells.harmless(value))));
  }

  private void body(@Nullable Body body) {
    if (bodies && body != null) {
      body.text().lines().forEach(line -> out.line("    " + Cells.harmless(line)));
    }
  }
}
