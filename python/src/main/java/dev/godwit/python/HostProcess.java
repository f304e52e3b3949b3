package dev.godwit.python;

import dev.godwit.manifest.component.ComponentSite;
import dev.godwit.manifest.component.HostWorld;
import dev.godwit.manifest.component.HostedComponent.Reply;
import dev.godwit.manifest.component.StreamDefinition;
import dev.godwit.protocol.launch.process.LastLines;
import dev.godwit.protocol.launch.process.Watched;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A process of Python that runs components. Calls go through it side by side. Thread-safe.
final class HostProcess implements AutoCloseable {
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

  /// A process that has told that it is ready.
  ///
  /// @param in what it says from now on
  /// @param errors what it has written to standard error last
  HostProcess(
      PythonSettings settings,
      HostWorld world,
      HostProgram program,
      Watched process,
      DataInputStream in,
      DataOutputStream out,
      LastLines errors) {
    this.settings = settings;
    this.errands = new Errands(world);
    this.program = program;
    this.process = process;
    this.out = out;
    this.errors = errors;
    Thread.ofVirtual().name("godwit-python").start(() -> listen(in));
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
      throw Failures.interrupted(site.className());
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
