package dev.godwit.protocol.write;

import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateStats;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/// States that wait for their rows to become durable, in the order in which they came. For one
/// thread.
final class Receipts {
  /// More would only take memory; it is enough for a source that sends a state with each row.
  private static final int MOST = 2000;

  private final ArrayDeque<Receipt> waiting = new ArrayDeque<>();
  private final Consumer<Message> out;

  /// @param cuts how many slices have to be durable, by stream
  private record Receipt(Message.State state, long rows, Map<StreamIntake, Long> cuts) {
    boolean isDue() {
      return cuts.entrySet().stream().allMatch(cut -> cut.getKey().hasLanded(cut.getValue()));
    }

    boolean isLost() {
      return cuts.entrySet().stream()
          .anyMatch(
              cut -> cut.getKey().failure() != null && !cut.getKey().hasLanded(cut.getValue()));
    }
  }

  Receipts(Consumer<Message> out) {
    this.out = out;
  }

  /// Notes a state. It goes back at once where nothing is left to land, and never where a stream
  /// has failed, whose rows it may cover.
  ///
  /// @param rows since the state before
  /// @param cuts how many slices have to be durable before it goes back, by stream
  void expect(Message.State state, long rows, Map<StreamIntake, Long> cuts) {
    Receipt receipt = new Receipt(state, rows, Map.copyOf(cuts));
    boolean hopeless = cuts.keySet().stream().anyMatch(stream -> stream.failure() != null);
    if (receipt.isDue() && !hopeless) {
      send(receipt);
    } else if (!hopeless) {
      waiting.add(receipt);
    }
  }

  boolean isFull() {
    return waiting.size() >= MOST;
  }

  /// Whether a state waits for more than one stream.
  boolean spanStreams() {
    return waiting.stream().anyMatch(receipt -> receipt.cuts().size() > 1);
  }

  /// Sends back each state whose rows are durable.
  void send() {
    Iterator<Receipt> each = waiting.iterator();
    while (each.hasNext()) {
      Receipt receipt = each.next();
      if (receipt.isLost()) {
        each.remove();
      } else if (receipt.isDue()) {
        send(receipt);
        each.remove();
      }
    }
  }

  private void send(Receipt receipt) {
    out.accept(receipt.state().landed(StateStats.of(receipt.rows())));
  }
}
