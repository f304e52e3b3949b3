package dev.godwit.session;

import dev.godwit.connector.ConnectorReference;
import dev.godwit.connector.Programs;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.Connector;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.session.compare.Comparison;
import dev.godwit.session.compare.Difference;
import dev.godwit.session.form.Expectation;
import dev.godwit.session.form.Session;
import dev.godwit.session.form.SessionFile;
import dev.godwit.session.form.SessionText;
import dev.godwit.session.form.StreamSession;
import dev.godwit.session.play.Reading;
import dev.godwit.session.play.RecordingTap;
import dev.godwit.session.play.StreamOutcome;
import dev.godwit.session.redact.SecretNames;
import dev.godwit.session.redact.SecretScan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records a session: reads streams of a source, replaces secrets, and replays what it kept to see
/// that it says the same.
///
/// @param connector a manifest in a file
/// @param file the session will be written to
public record Recorder(
    ConnectorReference connector,
    Map<String, @Nullable Object> config,
    Surroundings world,
    Path file,
    RecordingWishes wishes) {
  /// A recorded session.
  ///
  /// @param text of the file, in which no secret was found
  /// @param secrets how many were replaced
  /// @param differences what a replay does otherwise than the API did; empty in a good session
  public record Recorded(Session session, String text, int secrets, List<Difference> differences) {}

  /// Reads, cleans, replays. Writes nothing.
  ///
  /// @throws GodwitException CONFIG `session.no-manifest` when the source is no file of a manifest,
  ///   `session.too-large` when it sends more than is wanted, `session.short-secret` and
  ///   `session.leak` when secrets cannot be kept out
  public Recorded record() {
    Path manifest = manifest();
    Connector opened = Programs.source(connector, Duration.ZERO, world);
    SecretNames names = new SecretNames(wishes.secretNames());
    SessionSecrets secrets = new SessionSecrets(opened.spec(), config, names);
    Instant now = world.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    RecordingTap tap = new RecordingTap(wishes.mostBytes());
    Reading.Result live = read(opened, now, tap, secrets);
    tap.requireRoom();
    Session cleaned = secrets.clean(skeleton(manifest, now), live, wishes.states(), tap);
    Session parsed = SessionFile.parse(file, SessionText.of(cleaned));
    Replay.Result replayed = replay(parsed);
    Session whole =
        parsed.with(parsed.catalog(), Expectations.of(parsed.streams(), replayed.read()));
    String text = SessionText.of(whole);
    new SecretScan(secrets.redaction()).require(text);
    requireSize(text);
    return new Recorded(
        whole, text, secrets.redaction().size(), differences(whole, live, replayed, secrets));
  }

  private Path manifest() {
    Path named = connector.file();
    if (named == null) {
      throw GodwitException.config(
              "session.no-manifest",
              "Only manifests in files can be recorded, and " + connector.text() + " is none.")
          .hint("Connectors that are programs of their own send their requests themselves.");
    }
    return named;
  }

  private Reading.Result read(
      Connector opened, Instant now, RecordingTap tap, SessionSecrets secrets) {
    ConfigStore store =
        update -> {
          secrets.renewed(update.after());
          world.configs().keep(update);
        };
    Surroundings taped =
        new Surroundings(
            Clock.fixed(now, ZoneOffset.UTC),
            world.sleeper(),
            Replay.predictable(world.variables()),
            world.log(),
            world.configs().equals(ConfigStore.NONE) ? ConfigStore.NONE : store,
            tap);
    try (Source source = opened.open(config, taped)) {
      List<String> streams = wishes.streams();
      return new Reading(source, wishes.limit(), tap::begin, (_, _) -> {})
          .read(streams.isEmpty() ? null : streams, wishes.states());
    }
  }

  private Session skeleton(Path manifest, Instant now) {
    Path components = connector.python().components();
    return new Session(
        relative(manifest),
        components == null ? null : relative(components),
        now,
        wishes.limit(),
        config,
        List.of(),
        List.of());
  }

  /// With slashes on every system, so that sessions can be shared.
  private String relative(Path path) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path whole = path.toAbsolutePath().normalize();
    Path relative = folder == null ? whole : folder.relativize(whole);
    return relative.toString().replace('\\', '/');
  }

  private Replay.Result replay(Session session) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return new Replay(
            session,
            folder == null ? Path.of("") : folder,
            connector.folder(),
            connector.python().allowed(),
            world.variables(),
            Log.NONE,
            ReplayListener.SILENT)
        .run();
  }

  private void requireSize(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > wishes.mostBytes()) {
      throw GodwitException.config(
              "session.too-large",
              "The session would have %,d bytes, and may have %,d."
                  .formatted(bytes, wishes.mostBytes()))
          .hint("Record less with --limit or --streams, or allow more with --max-size.");
    }
  }

  private static List<Difference> differences(
      Session session, Reading.Result live, Replay.Result replayed, SessionSecrets secrets) {
    List<Difference> all = new ArrayList<>(Comparison.requests(Reading.CATALOG, replayed.tap()));
    for (StreamSession stream : session.streams()) {
      String name = stream.name();
      StreamOutcome outcome = live.streams().get(name);
      all.addAll(Comparison.requests(name, replayed.tap()));
      if (outcome != null) {
        Expectation before = secrets.clean(outcome.expectation(), stream.expected());
        all.addAll(
            Comparison.results(
                name, live.keys().getOrDefault(name, List.of()), before, stream.expected()));
      }
    }
    return all;
  }
}
