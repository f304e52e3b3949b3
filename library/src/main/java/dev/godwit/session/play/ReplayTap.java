package dev.godwit.session.play;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.net.HttpTap;
import dev.godwit.session.form.Exchange;
import dev.godwit.session.form.Exchange.Answered;
import dev.godwit.session.form.Exchange.Sent;
import dev.godwit.session.form.Exchange.Unreachable;
import dev.godwit.session.form.Expectation;
import dev.godwit.session.form.Session;
import dev.godwit.session.form.StreamSession;
import dev.godwit.session.redact.CleanExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Answers from a session and never from the network. Each recorded answer is given once, to the
/// first request like it; those of the stream that is read come first.
public final class ReplayTap implements HttpTap {
  private final List<Recorded> left = new ArrayList<>();
  private final List<Asked> asked = new ArrayList<>();
  private final CleanExchange clean;
  private final Consumer<Asked> listener;
  private String group = Reading.CATALOG;

  /// An exchange of the session.
  ///
  /// @param group the stream, or {@link Reading#CATALOG}
  public record Recorded(String group, RequestKey key, Exchange exchange) {}

  /// A request of the replay.
  ///
  /// @param answer null where the session has none
  public record Asked(String group, Sent sent, @Nullable Recorded answer) {}

  /// @param clean makes requests comparable with those of the session
  /// @param listener hears of every request
  public ReplayTap(Session session, CleanExchange clean, Consumer<Asked> listener) {
    this.clean = clean;
    this.listener = listener;
    add(Reading.CATALOG, session.catalog());
    for (StreamSession stream : session.streams()) {
      add(stream.name(), stream.exchanges());
    }
  }

  private void add(String owner, List<Exchange> exchanges) {
    exchanges.forEach(
        exchange -> left.add(new Recorded(owner, RequestKey.of(exchange.sent()), exchange)));
  }

  /// Says for whom requests are from now on.
  public synchronized void begin(String newGroup) {
    group = newGroup;
  }

  @Override
  public Answer exchange(Request request, Network network) throws IOException {
    Sent sent = clean.sent(request);
    Recorded found = take(sent);
    if (found == null) {
      throw GodwitException.contract(
              "session.no-answer",
              "The session has no answer to " + sent.method() + " " + sent.url())
          .hint("If the request is meant, record the session again.");
    }
    return switch (found.exchange().outcome()) {
      case Answered answered -> answer(request, answered);
      case Unreachable unreachable -> throw Failures.of(unreachable.kind(), unreachable.message());
    };
  }

  /// Whether a stream failed because it was asked for what the session does not have.
  public static boolean lacksAnswer(Expectation.@Nullable Failure failure) {
    return failure != null && failure.code().equals("session.no-answer");
  }

  private synchronized @Nullable Recorded take(Sent sent) {
    RequestKey key = RequestKey.of(sent);
    Recorded found = firstLeft(key, group);
    if (found == null) {
      found = firstLeft(key, null);
    }
    Asked now = new Asked(group, sent, found);
    asked.add(now);
    listener.accept(now);
    return found;
  }

  private @Nullable Recorded firstLeft(RequestKey key, @Nullable String owner) {
    for (Iterator<Recorded> each = left.iterator(); each.hasNext(); ) {
      Recorded candidate = each.next();
      if (candidate.key().equals(key) && (owner == null || candidate.group().equals(owner))) {
        each.remove();
        return candidate;
      }
    }
    return null;
  }

  /// Exchanges that nothing has asked for.
  public synchronized List<Recorded> left() {
    return List.copyOf(left);
  }

  /// Everything that was asked, in its order.
  public synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  private static Answer answer(Request request, Answered answered) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answered.headers());
    String url = answered.url();
    return new Answer(
        answered.status(), headers, answered.body().bytes(), url == null ? request.url() : url);
  }
}
