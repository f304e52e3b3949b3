package dev.godwit.session;

import dev.godwit.connector.ConnectorReference;
import dev.godwit.connector.Programs;
import dev.godwit.core.ConfigStore;
import dev.godwit.core.Source;
import dev.godwit.core.Surroundings;
import dev.godwit.core.log.Log;
import dev.godwit.permission.PythonPermission;
import dev.godwit.session.form.Session;
import dev.godwit.session.form.StreamSession;
import dev.godwit.session.play.Reading;
import dev.godwit.session.play.ReplayTap;
import dev.godwit.session.redact.CleanExchange;
import dev.godwit.session.redact.PrivateKeyText;
import dev.godwit.session.redact.Redaction;
import dev.godwit.session.redact.SecretNames;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what a session has, without network: the clock stands still, waits take no time.
///
/// @param session what is replayed
/// @param folder of the session's file
/// @param project the folder that commands run in, whose lock file knows which Python may run
/// @param allowPython whether components may run
/// @param variables environment variables
record Replay(
    Session session,
    Path folder,
    Path project,
    boolean allowPython,
    Map<String, String> variables,
    Log log,
    ReplayListener listener) {
  /// Requests ahead of pages would come in another order each time.
  private static final String LOOK_AHEAD = "GODWIT_LOOK_AHEAD";

  /// What was read, and what was asked for it.
  record Result(Reading.Result read, ReplayTap tap) {}

  Result run() {
    CleanExchange clean = new CleanExchange(new Redaction(), new SecretNames(Set.of()));
    ReplayTap tap = new ReplayTap(session, clean, listener::asked);
    ConfigStore forgetful = update -> {};
    Surroundings world =
        new Surroundings(
            Clock.fixed(session.now(), ZoneOffset.UTC),
            time -> {},
            predictable(variables),
            log,
            forgetful,
            tap);
    try (Source source =
        Programs.source(connector(), Duration.ZERO, world)
            .open(PrivateKeyText.filledIn(session.config()), world)) {
      Reading reading = new Reading(source, session.limit(), tap::begin, listener::row);
      return new Result(reading.read(names(), states()), tap);
    }
  }

  static Map<String, String> predictable(Map<String, String> variables) {
    Map<String, String> others = new TreeMap<>(variables);
    others.remove(LOOK_AHEAD);
    return others;
  }

  private ConnectorReference connector() {
    String components = session.components();
    return new ConnectorReference(
        folder.resolve(session.connector()).normalize().toString(),
        project,
        new PythonPermission(allowPython, components == null ? null : folder.resolve(components)));
  }

  private List<String> names() {
    return session.streams().stream().map(StreamSession::name).toList();
  }

  private Map<String, Map<String, @Nullable Object>> states() {
    Map<String, Map<String, @Nullable Object>> states = new HashMap<>();
    for (StreamSession stream : session.streams()) {
      Map<String, @Nullable Object> state = stream.state();
      if (state != null) {
        states.put(stream.name(), state);
      }
    }
    return states;
  }
}
