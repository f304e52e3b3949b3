package dev.godwit.session.play;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.net.HttpTap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps what goes over the network, with secrets: it stays in memory.
public final class RecordingTap implements HttpTap {
  /// A request with its answer, or with the failure that came in its place.
  public record Taped(Request request, @Nullable Answer answer, @Nullable IOException failure) {}

  private final long mostBytes;
  private final Map<String, List<Taped>> groups = new LinkedHashMap<>();
  private final Set<String> tokens = new LinkedHashSet<>();
  private String group = Reading.CATALOG;
  private long bytes;
  private boolean full;

  /// @param mostBytes of all bodies together
  public RecordingTap(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// Says to whom the next exchanges belong.
  public synchronized void begin(String newGroup) {
    group = newGroup;
  }

  @Override
  public Answer exchange(Request request, Network network) throws IOException {
    try {
      Answer answer = network.send(request, room());
      keep(new Taped(request, answer, null), answer.body().length);
      return answer;
    } catch (IOException e) {
      keep(new Taped(request, null, e), 0);
      throw e;
    } catch (GodwitException e) {
      if (e.code().equals("http.body-not-kept")) {
        fill();
      }
      throw e;
    }
  }

  @Override
  public synchronized void learned(String token) {
    tokens.add(token);
  }

  /// Tokens that the source has come by, whatever they are called.
  public synchronized List<String> tokens() {
    return List.copyOf(tokens);
  }

  private synchronized int room() {
    requireRoom();
    return (int) Math.min(Integer.MAX_VALUE - 8, mostBytes - bytes + 1);
  }

  private synchronized void fill() {
    full = true;
  }

  private synchronized void keep(Taped taped, int body) {
    byte[] sent = taped.request().body();
    bytes += body + (sent == null ? 0 : sent.length);
    full |= bytes > mostBytes;
    requireRoom();
    groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(taped);
  }

  /// Requires that not more came than may be kept.
  ///
  /// @throws GodwitException CONFIG `session.too-large` when more came than may be kept
  public synchronized void requireRoom() {
    if (full) {
      throw GodwitException.config(
              "session.too-large",
              "The API sent more than %,d bytes, as many as a session may have."
                  .formatted(mostBytes))
          .hint("Record less with --limit or --streams, or allow more with --max-size.");
    }
  }

  /// What was recorded for a stream, or for the catalogue.
  public synchronized List<Taped> of(String wanted) {
    return List.copyOf(groups.getOrDefault(wanted, List.of()));
  }

  /// Everything, in its order.
  public synchronized List<Taped> all() {
    return groups.values().stream().flatMap(List::stream).toList();
  }
}
