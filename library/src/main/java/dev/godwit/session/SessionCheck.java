package dev.godwit.session;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.session.compare.Comparison;
import dev.godwit.session.compare.Difference;
import dev.godwit.session.form.Exchange;
import dev.godwit.session.form.Session;
import dev.godwit.session.form.SessionFile;
import dev.godwit.session.form.SessionText;
import dev.godwit.session.form.StreamSession;
import dev.godwit.session.play.Reading;
import dev.godwit.session.play.ReplayTap;
import dev.godwit.session.play.ReplayTap.Asked;
import dev.godwit.session.play.StreamOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Replays a session and compares.
///
/// @param file of the session
/// @param project the folder that commands run in, whose lock file knows which Python may run
/// @param allowPython whether components of the manifest may run
/// @param variables environment variables
public record SessionCheck(
    Path file,
    Path project,
    boolean allowPython,
    Map<String, String> variables,
    Log log,
    ReplayListener listener) {
  /// What came of it.
  ///
  /// @param session as the file has it
  /// @param differences none where everything is as it was recorded
  /// @param updated the text of the session with what came of the streams now
  /// @param complete whether every request found its answer, without which the text is worth
  ///   nothing
  public record Checked(
      Session session, List<Difference> differences, String updated, boolean complete) {
    /// Puts the text into the file.
    ///
    /// @throws GodwitException CONFIG `session.unwritable` when that is not possible
    public void write(Path file) {
      try {
        Files.writeString(file, updated);
      } catch (IOException e) {
        throw GodwitException.config("session.unwritable", "Cannot write " + file)
            .hint("Check that it may be written to.")
            .causedBy(e);
      }
    }
  }

  /// Replays the session. Writes nothing.
  ///
  /// @throws GodwitException CONFIG when the session or its manifest cannot be read, or does not
  ///   fit what is in the session
  public Checked run() {
    Session session = SessionFile.parse(file, text());
    Path folder = file.toAbsolutePath().normalize().getParent();
    Replay.Result result =
        new Replay(
                session,
                Objects.requireNonNull(folder),
                project,
                allowPython,
                variables,
                log,
                listener)
            .run();
    List<Asked> asked = result.tap().asked();
    return new Checked(
        session,
        differences(session, result),
        SessionText.of(updated(session, result)),
        asked.stream().allMatch(each -> each.answer() != null));
  }

  private String text() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      String why = e instanceof NoSuchFileException ? "there is no such file." : e.toString();
      throw GodwitException.config("session.unreadable", "Cannot read " + file + ": " + why)
          .hint("Record a session with godwit record.")
          .causedBy(e);
    }
  }

  private static List<Difference> differences(Session session, Replay.Result result) {
    List<Difference> all = new ArrayList<>(Comparison.requests(Reading.CATALOG, result.tap()));
    for (StreamSession stream : session.streams()) {
      String name = stream.name();
      StreamOutcome outcome = Objects.requireNonNull(result.read().streams().get(name));
      all.addAll(Comparison.requests(name, result.tap()));
      all.addAll(
          Comparison.results(
              name,
              Objects.requireNonNull(result.read().keys().get(name)),
              stream.expected(),
              outcome.expectation()));
    }
    return all;
  }

  /// Requests are kept as they are sent now, answers as they are.
  private static Session updated(Session session, Replay.Result result) {
    List<StreamSession> streams =
        session.streams().stream()
            .map(stream ->
                new StreamSession(
                    stream.name(),
                    stream.state(),
                    exchanges(stream.name(), result.tap()),
                    stream.expected()))
            .toList();
    return session.with(
        exchanges(Reading.CATALOG, result.tap()), Expectations.of(streams, result.read()));
  }

  private static List<Exchange> exchanges(String group, ReplayTap tap) {
    List<Exchange> exchanges = new ArrayList<>();
    for (Asked each : tap.asked()) {
      if (each.group().equals(group) && each.answer() != null) {
        exchanges.add(new Exchange(each.sent(), each.answer().exchange().outcome()));
      }
    }
    return exchanges;
  }
}
