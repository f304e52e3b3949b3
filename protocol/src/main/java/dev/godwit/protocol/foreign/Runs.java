package dev.godwit.protocol.foreign;

import dev.godwit.core.CheckResult;
import dev.godwit.core.ConfigStore.Cause;
import dev.godwit.core.ConfigStore.Update;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonWriter;
import dev.godwit.protocol.launch.Invocation;
import dev.godwit.protocol.launch.Program;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.wire.StateList;
import dev.godwit.protocol.wire.SyncCatalog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The runs of one connector with one configuration. Thread-safe.
final class Runs {
  private final String connector;
  private final Program program;
  private final Duration silence;
  private final Surroundings world;
  private Map<String, @Nullable Object> config;
  private Message.@Nullable Spec spec;

  /// @param connector what messages call it
  /// @param silence how long it may say nothing; zero for ever
  /// @param config empty where only its spec is asked for
  Runs(
      String connector,
      Program program,
      Duration silence,
      Map<String, @Nullable Object> config,
      Surroundings world) {
    this.connector = connector;
    this.program = program;
    this.silence = silence;
    this.config = config;
    this.world = world;
  }

  void sleep(Duration time) throws InterruptedException {
    world.sleeper().sleep(time);
  }

  /// What the connector wants to be configured with, and how it can write. It is asked once.
  synchronized Message.Spec spec() {
    Message.Spec known = spec;
    if (known == null) {
      Invocation invocation = new Invocation("spec", Map.of());
      known = answer(invocation, Message.Spec.class);
      spec = known;
    }
    return known;
  }

  /// Tries the configuration.
  CheckResult check() {
    Message.ConnectionStatus status = ask("check", Message.ConnectionStatus.class);
    String text = status.text();
    return status.succeeded()
        ? CheckResult.OK
        : new CheckResult(text == null || text.isBlank() ? "The check failed." : mask(text));
  }

  private String mask(String text) {
    return mask().apply(text);
  }

  /// Asks for one message of a kind, with the configuration.
  ///
  /// @throws GodwitException what the connector told of its failure
  <M extends Message> M ask(String command, Class<M> answer) {
    return answer(invocation(command, Map.of()), answer);
  }

  private <M extends Message> M answer(Invocation invocation, Class<M> answer) {
    try (Dialog dialog = start(invocation)) {
      return dialog.answer(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled();
    }
  }

  static GodwitException cancelled() {
    return GodwitException.transientError("sync.cancelled", "The sync was cancelled.");
  }

  /// Starts reading streams.
  ReadProcess read(List<StreamPlan> plans) {
    Map<String, Object> files = new LinkedHashMap<>();
    files.put("--catalog", Catalogs.of(plans).fields());
    StateList states = StateForm.list(plans);
    if (!states.states().isEmpty()) {
      files.put("--state", states.value());
    }
    ReadProcess process = new ReadProcess(connector, start(invocation("read", files)), plans);
    process.start();
    return process;
  }

  /// Starts writing one stream.
  Dialog write(SyncCatalog catalog) {
    return start(invocation("write", Map.of("--catalog", catalog.fields())));
  }

  private Dialog start(Invocation invocation) {
    return new Dialog(connector, program, invocation, silence, world, this::keep);
  }

  private Invocation invocation(String command, Map<String, Object> others) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    synchronized (this) {
      files.put("--config", JsonWriter.bytes(config));
    }
    others.forEach((flag, content) -> files.put(flag, JsonWriter.bytes(content)));
    return new Invocation(command, files, mask());
  }

  private synchronized UnaryOperator<String> mask() {
    return SecretMask.of(spec().spec(), config);
  }

  /// The next run has the new configuration, whatever becomes of this one.
  private synchronized void keep(Map<String, @Nullable Object> changed) {
    Map<String, @Nullable Object> before = config;
    config = changed;
    world.configs().keep(new Update(Cause.RENEWED, before, changed));
  }
}
