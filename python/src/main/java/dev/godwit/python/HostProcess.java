package dev.godwit.python;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.log.Log;
import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostWorld;
import dev.godwit.manifest.component.HostedComponent.Reply;
import dev.godwit.manifest.component.StreamDefinition;
import dev.godwit.protocol.launch.Launch;
import dev.godwit.protocol.launch.Launcher;
import dev.godwit.protocol.launch.process.LastLines;
import dev.godwit.protocol.launch.process.Leash;
import dev.godwit.protocol.launch.process.Passage;
import dev.godwit.protocol.launch.process.SearchPath;
import dev.godwit.protocol.launch.process.Start;
import dev.godwit.protocol.launch.process.Watched;
import dev.godwit.protocol.launch.process.Watcher;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A process of Python that runs components. Calls go through it side by side. Thread-safe.
final class HostProcess implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final Duration LAST_BREATH = Duration.ofSeconds(2);

  /// What waiting calls get when there will be no answer.
  private static final Frame ENDED = new Frame(Map.of("ended", true), Frame.NO_BODY);

  private final PythonSettings settings;
  private final Errands errands;
  private final HostProgram program;
  private final Watched process;
  private final LastLines errors;
  private final DataOutputStream out;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, BlockingQueue<Frame>> calls = new ConcurrentHashMap<>();
  private final Map<String, Map<String, @Nullable Object>> defined = new HashMap<>();
  private volatile boolean ended;

  private HostProcess(
      PythonSettings settings,
      HostWorld world,
      HostProgram program,
      Watched process,
      LastLines errors) {
    this.settings = settings;
    this.errands = new Errands(world);
    this.program = program;
    this.process = process;
    this.errors = errors;
    this.out = new DataOutputStream(new BufferedOutputStream(process.input(), BUFFER));
  }

  /// Starts a process and waits until it has read the components.
  ///
  /// @throws GodwitException CONFIG `component.import` when the file cannot be imported, SYSTEM
  ///   `component.start` when there is no process to be had
  static HostProcess start(Path file, PythonSettings settings, HostWorld world) {
    Map<String, String> variables = world.surroundings().variables();
    Log log = world.surroundings().log();
    LastLines errors = new LastLines();
    Watcher watcher =
        new Watcher() {
          @Override
          public void said(String line) {
            errors.add(line);
            log.info("Python: " + line);
          }

          @Override
          public void ended(int exit, boolean stopped) {}
        };
    HostProgram program = HostProgram.unpack();
    boolean ready = false;
    try {
      List<String> command =
          List.of(
              interpreter(settings, variables, log).toString(),
              "-u",
              "-B",
              program.main().toString(),
              file.toString());
      Start start =
          new Start(
              command,
              environment(variables, program.folder()),
              new Leash(new SearchPath(variables)),
              Leash.LastWill.KILL,
              LAST_BREATH);
      HostProcess host =
          new HostProcess(settings, world, program, Watched.start(start, watcher), errors);
      host.greet(file, frozen(world), log);
      ready = true;
      return host;
    } catch (IOException e) {
      throw failedStart(": " + e.getMessage()).causedBy(e);
    } finally {
      if (!ready) {
        program.close();
      }
    }
  }

  private static Path interpreter(PythonSettings settings, Map<String, String> variables, Log log) {
    Path named = settings.interpreter();
    return named != null
        ? named
        : new Launcher(settings.launch(), variables, log)
            .interpreter(new Launch.PythonPackage(PythonSettings.REFERENCE));
  }

  /// Components see nothing of Godwit's environment but what every program needs, and no proxies:
  /// their requests are sent from here.
  private static Map<String, String> environment(Map<String, String> variables, Path scratch) {
    Map<String, String> environment = new HashMap<>(Passage.CONNECTOR.of(variables, List.of()));
    environment.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    environment.put("TMPDIR", scratch.toString());
    environment.put("PYTHONIOENCODING", "utf-8");
    environment.put("AIRBYTE_ENABLE_UNSAFE_CODE", "true");
    environment.put("DO_NOT_TRACK", "true");
    return environment;
  }

  /// The present in seconds since 1970, where it stands still.
  private static @Nullable Double frozen(HostWorld world) {
    Clock clock = world.surroundings().clock();
    boolean stands = clock.equals(Clock.fixed(clock.instant(), clock.getZone()));
    return stands ? (Double) (clock.millis() / 1000.0) : null;
  }

  private void greet(Path file, @Nullable Double frozen, Log log) throws IOException {
    boolean ready = false;
    try {
      Map<String, @Nullable Object> greeting = new LinkedHashMap<>();
      greeting.put("memory", (long) settings.memory());
      greeting.put("now", frozen);
      new Frame(greeting, Frame.NO_BODY).write(out);
      DataInputStream in = new DataInputStream(new BufferedInputStream(process.output(), BUFFER));
      Frame first = Frame.read(in);
      if (first.has("failed")) {
        throw Failures.importing(file, first.object("failed"));
      }
      if (first.head().get("ready") instanceof List<?> open && !open.isEmpty()) {
        log.warn(
            "This system does not keep Python components from: "
                + String.join(", ", open.stream().map(String::valueOf).toList()));
      }
      Thread.ofVirtual().name("godwit-python").start(() -> listen(in));
      ready = true;
    } catch (IOException e) {
      process.stop();
      throw failedStart("." + errors.afterwards()).causedBy(e);
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  private static GodwitException failedStart(String why) {
    return GodwitException.system(
            "component.start", "The process for Python components did not start" + why)
        .hint(
            "It needs a Python with "
                + PythonSettings.REFERENCE
                + ". GODWIT_COMPONENTS_PYTHON can name one.");
  }

  private void listen(DataInputStream in) {
    try {
      while (true) {
        Frame frame = Frame.read(in);
        BlockingQueue<Frame> call =
            frame.head().get("id") instanceof Long id ? calls.get(id) : null;
        if (call != null) {
          call.add(frame);
        }
      }
    } catch (IOException | RuntimeException e) {
      ended = true;
      calls.values().forEach(call -> call.add(ENDED));
    }
  }

  boolean hasEnded() {
    return ended;
  }

  /// Describes a stream, unless the process knows it with this configuration.
  synchronized void define(StreamDefinition stream, Map<String, @Nullable Object> config) {
    if (config.equals(defined.get(stream.path()))) {
      return;
    }
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("define", stream.path());
    head.put("parameters", stream.parameters());
    head.put("fields", stream.fields());
    head.put("config", config);
    send(new Frame(head, Frame.NO_BODY));
    defined.put(stream.path(), config);
  }

  /// A process that has gone is noticed by the call that waits for it.
  private synchronized void send(Frame frame) {
    try {
      frame.write(out);
    } catch (IOException e) {
      ended = true;
    }
  }

  Reply call(
      ComponentSite site,
      String operation,
      Map<String, ? extends @Nullable Object> arguments,
      byte[] body) {
    long id = ids.incrementAndGet();
    BlockingQueue<Frame> replies = new LinkedBlockingQueue<>();
    calls.put(id, replies);
    try {
      Map<String, @Nullable Object> head = new LinkedHashMap<>();
      head.put("id", id);
      head.put("do", operation);
      head.put("stream", site.stream().path());
      head.put("path", site.path());
      head.put("with", arguments);
      send(new Frame(head, body));
      return await(site, operation, replies);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GodwitException.transientError(
              "component.interrupted", site.className() + " was interrupted.")
          .hint("Run it again.");
    } finally {
      calls.remove(id);
    }
  }

  private Reply await(ComponentSite site, String operation, BlockingQueue<Frame> replies)
      throws InterruptedException {
    while (true) {
      Frame reply =
          ended && replies.isEmpty()
              ? ENDED
              : replies.poll(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
      if (reply == null) {
        ended = true;
        process.stop();
        throw Failures.tooLong(site, operation, settings.patience());
      }
      if (reply.has("ended")) {
        throw Failures.died(site, operation, process.awaitExit(), errors);
      }
      Frame answer = errands.run(reply);
      if (answer == null) {
        return new Reply(
            reply.head().get("value"),
            reply.body(),
            reply.has("failed") ? Failures.of(site, reply.object("failed")) : null);
      }
      send(answer);
    }
  }

  @Override
  public void close() {
    ended = true;
    process.stop();
    program.close();
  }
}
