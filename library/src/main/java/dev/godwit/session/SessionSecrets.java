package dev.godwit.session;

import dev.godwit.core.ConnectorSpec;
import dev.godwit.session.form.Exchange;
import dev.godwit.session.form.Exchange.Unreachable;
import dev.godwit.session.form.Expectation;
import dev.godwit.session.form.Expectation.Failure;
import dev.godwit.session.form.Session;
import dev.godwit.session.form.StreamSession;
import dev.godwit.session.play.Failures;
import dev.godwit.session.play.Reading;
import dev.godwit.session.play.RecordingTap;
import dev.godwit.session.play.RecordingTap.Taped;
import dev.godwit.session.redact.CleanExchange;
import dev.godwit.session.redact.Harvest;
import dev.godwit.session.redact.Redaction;
import dev.godwit.session.redact.SecretFields;
import dev.godwit.session.redact.SecretNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Knows the secrets of one recording, and takes them out of it.
final class SessionSecrets {
  private static final Expectation NOTHING = new Expectation(0, "", List.of(), null, null);

  private final Map<String, @Nullable Object> schema;
  private final SecretNames names;
  private final Redaction redaction = new Redaction();
  private final List<Map<String, @Nullable Object>> renewed = new ArrayList<>();

  SessionSecrets(ConnectorSpec spec, Map<String, @Nullable Object> config, SecretNames names) {
    this.schema = spec.connectionSpecification();
    this.names = names;
    SecretFields.of(schema, config, names).forEach(redaction::add);
  }

  Redaction redaction() {
    return redaction;
  }

  /// A configuration with credentials that were renewed on the way.
  synchronized void renewed(Map<String, @Nullable Object> config) {
    renewed.add(config);
  }

  /// The session with everything that was recorded, without secrets.
  synchronized Session clean(
      Session skeleton,
      Reading.Result read,
      Map<String, Map<String, @Nullable Object>> states,
      RecordingTap tap) {
    harvest(tap);
    List<StreamSession> streams = new ArrayList<>();
    for (String name : read.streams().keySet()) {
      Map<String, @Nullable Object> state = states.get(name);
      streams.add(
          new StreamSession(
              name,
              state == null ? null : redaction.object(state),
              exchanges(tap.of(name)),
              NOTHING));
    }
    return new Session(
        skeleton.connector(),
        skeleton.components(),
        skeleton.now(),
        skeleton.limit(),
        redaction.object(skeleton.config()),
        exchanges(tap.of(Reading.CATALOG)),
        streams);
  }

  private void harvest(RecordingTap tap) {
    Harvest harvest = new Harvest(redaction, names);
    for (Taped taped : tap.all()) {
      harvest.request(taped.request());
      if (taped.answer() != null) {
        harvest.answer(taped.answer());
      }
    }
    tap.tokens().forEach(token -> redaction.learn("token", token));
    for (Map<String, @Nullable Object> config : renewed) {
      SecretFields.of(schema, config, names)
          .forEach((secret, _) -> redaction.learn("renewed", secret));
    }
  }

  private List<Exchange> exchanges(List<Taped> taped) {
    CleanExchange clean = new CleanExchange(redaction, names);
    return taped.stream().map(each -> exchange(each, clean)).toList();
  }

  private Exchange exchange(Taped taped, CleanExchange clean) {
    if (taped.answer() != null) {
      return new Exchange(
          clean.sent(taped.request()), clean.answered(taped.request(), taped.answer()));
    }
    IOException failure = Objects.requireNonNull(taped.failure());
    return new Exchange(
        clean.sent(taped.request()),
        new Unreachable(
            Failures.kind(failure), redaction.text(String.valueOf(failure.getMessage()))));
  }

  /// What came of a stream, without secrets.
  ///
  /// @param replayed has the digest of rows without secrets where not all were kept
  Expectation clean(Expectation live, Expectation replayed) {
    Failure failure = live.failure();
    Map<String, @Nullable Object> state = live.state();
    return new Expectation(
        live.count(),
        live.isWhole() ? "" : replayed.sha256(),
        live.rows().stream().map(redaction::row).toList(),
        state == null ? null : redaction.object(state),
        failure == null ? null : new Failure(failure.code(), redaction.text(failure.message())));
  }
}
