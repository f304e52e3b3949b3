package dev.godwit.protocol.write;

import static dev.godwit.protocol.write.Script.appending;
import static dev.godwit.protocol.write.Script.complete;
import static dev.godwit.protocol.write.Script.entry;
import static dev.godwit.protocol.write.Script.global;
import static dev.godwit.protocol.write.Script.row;
import static dev.godwit.protocol.write.Script.state;
import static dev.godwit.protocol.write.Script.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.CommitPolicy;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.message.DestinationSyncMode;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import dev.godwit.protocol.message.StateStats;
import dev.godwit.protocol.message.StreamProgress;
import dev.godwit.protocol.wire.SyncCatalog;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class WriteRunTest extends Writing {
  @Test
  void rowsLandAndTheirStatesComeBackWithTheirCounts() {
    boolean whole =
        run(
            appending("orders"),
            row("orders", "{\"a\":1}", "{\"a\":2}"),
            state("orders", 1),
            row("orders", "{\"a\":3}"),
            state("orders", 2),
            complete("orders"));

    assertThat(whole).isTrue();
    assertThat(shelf.rows("orders")).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    assertThat(states())
        .containsExactly(
            state("orders", 1).landed(StateStats.of(2)),
            state("orders", 2).landed(StateStats.of(1)));
    assertThat(shelf.open).isZero();
  }

  @Test
  void fieldsThatNobodyKnowsComeBack() {
    Message.State sent =
        new Message.State(
            new StateScope.OneStream(ORDERS, Map.of()), null, null, Map.of("id", 7L, "x", "y"));

    run(appending("orders"), row("orders", "{}"), sent, complete("orders"));

    assertThat(states()).singleElement().extracting("others").isEqualTo(sent.others());
  }

  @Test
  void noStateComesBackBeforeItsRowsAreDurable() {
    shelf.policy = CommitPolicy.EACH_SLICE;
    List<Integer> durable = new ArrayList<>();
    Iterator<Message> each =
        List.of(
                row("orders", "{}"),
                state("orders", 1),
                row("orders", "{}"),
                state("orders", 2),
                complete("orders"))
            .iterator();

    new WriteRun(
            appending("orders"),
            shelf,
            null,
            message -> {
              if (message instanceof Message.State) {
                durable.add(shelf.rows("orders").size());
              }
            },
            Clock.systemUTC())
        .run(() -> each.hasNext() ? each.next() : null);

    assertThat(durable).hasSize(2).first().satisfies(rows -> assertThat(rows).isPositive());
    assertThat(durable.getLast()).isEqualTo(2);
  }

  /// The input sends its end only when the state has come back.

  @Test
  void aStateComesBackInTimeWhileTheInputIsSilent() {
    shelf.policy = new CommitPolicy(0, Duration.ofMillis(20));
    BlockingQueue<Message> back = new LinkedBlockingQueue<>();
    Iterator<Message> each =
        List.of(row("orders", "{}"), state("orders", 1), row("orders", "{}")).iterator();

    boolean whole =
        new WriteRun(
                appending("orders"),
                shelf,
                null,
                message -> {
                  if (message instanceof Message.State) {
                    back.add(message);
                  }
                },
                Clock.systemUTC())
            .run(() -> each.hasNext() ? each.next() : waitFor(back));

    assertThat(whole).isTrue();
    assertThat(shelf.checkpoints.getFirst().rows()).isOne();
    assertThat(shelf.rows("orders")).hasSize(2);
  }

  private static Message waitFor(BlockingQueue<Message> back) {
    try {
      back.take();
      return null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aStateWithoutRowsComesBackAtOnce() {
    run(appending("orders"), state("orders", 1), complete("orders"));

    assertThat(out.getFirst()).isEqualTo(state("orders", 1).landed(StateStats.of(0)));
  }

  @Test
  void aStateOfAllStreamsWaitsForAllOfThem() {
    shelf.broken = "customers";

    boolean whole =
        run(
            appending("orders", "customers", "empty"),
            row("orders", "{}"),
            global(1, "orders", "empty"),
            row("customers", "{}"),
            row("orders", "{}"),
            global(2, "orders", "customers"),
            complete("orders"),
            complete("customers"),
            complete("empty"));

    assertThat(whole).isFalse();
    assertThat(states()).containsExactly(global(1, "orders", "empty").landed(StateStats.of(1)));
    assertThat(shelf.rows("orders")).hasSize(2);
    assertThat(shelf.checkpoints.getFirst().state().value())
        .isEqualTo(
            Map.of("shared_state", Map.of("shared", 2), "stream_state", Map.of("s", "orders")));
  }

  @Test
  void aStateOfTheOldFormIsOneOfAllStreams() {
    Message.State old =
        new Message.State(new StateScope.Legacy(Map.of("all", 1)), null, null, Map.of());

    run(
        appending("orders", "customers"),
        row("orders", "{}"),
        row("customers", "{}", "{}"),
        old,
        complete("orders"),
        complete("customers"));

    assertThat(states()).containsExactly(old.landed(StateStats.of(3)));
  }

  @Test
  void rowsThatNoStateCoversDoNotLandWhenTheStreamIsInterrupted() {
    boolean whole =
        run(
            appending("orders"),
            row("orders", "{\"a\":1}"),
            state("orders", 1),
            row("orders", "{\"a\":2}"),
            status("orders", StreamProgress.INCOMPLETE));

    assertThat(whole).isFalse();
    assertThat(shelf.rows("orders")).containsExactly("{\"a\":1}");
    assertThat(states()).hasSize(1);
    assertThat(failures()).singleElement().extracting("internalText").isEqualTo("write.incomplete");
  }

  @Test
  void aStreamThatFailsLeavesTheOthersAlone() {
    shelf.broken = "orders";

    boolean whole =
        run(
            appending("orders", "customers"),
            row("orders", "{}"),
            state("orders", 1),
            row("customers", "{}"),
            state("customers", 1),
            row("orders", "{}"),
            complete("orders"),
            complete("customers"));

    assertThat(whole).isFalse();
    assertThat(states()).extracting("scope.stream.name").containsExactly("customers");
    assertThat(failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.stream()).isEqualTo(ORDERS);
          assertThat(failure.internalText()).isEqualTo("shelf.broken");
        });
    assertThat(shelf.open).isZero();
  }

  @Test
  void rowsAfterTheEndOfTheirStreamJoinTheOthers() {
    shelf.policy = CommitPolicy.EACH_SLICE;

    run(
        truncating(DestinationSyncMode.APPEND, 3),
        row("orders", "{\"a\":1}"),
        complete("orders"),
        row("orders", "{\"a\":2}"),
        state("orders", 1),
        complete("orders"));

    assertThat(shelf.rows("orders")).containsExactly("{\"a\":1}", "{\"a\":2}");
    assertThat(states()).hasSize(1);
  }

  @Test
  void manyStatesComeBackBeforeThereAreTooMany() {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      messages.add(row("orders", "{}"));
      messages.add(state("orders", i));
    }
    messages.add(complete("orders"));

    run(appending("orders"), messages.toArray(Message[]::new));

    assertThat(states()).hasSize(2500);
    assertThat(shelf.checkpoints).hasSize(2);
  }

  @Test
  void streamsWithoutANamespaceGoToTheConfiguredOne() {
    Iterator<Message> each = List.of(row("orders", "{}"), complete("orders")).iterator();

    new WriteRun(appending("orders"), shelf, "shop", out::add, Clock.systemUTC())
        .run(() -> each.hasNext() ? each.next() : null);

    assertThat(shelf.committed).containsKey(new StreamName("shop", "orders"));
  }

  @Test
  void rowsOfAStreamThatTheCatalogueLacksEndTheRun() {
    assertThatThrownBy(() -> run(appending("orders"), row("customers", "{}")))
        .isInstanceOfSatisfying(
            GodwitException.class,
            error -> assertThat(error.code()).isEqualTo("write.unknown-stream"));
    assertThat(shelf.open).isZero();
  }

  @Test
  void whatCannotBeWrittenAsWantedIsRefusedBeforeTheFirstMessage() {
    assertThatThrownBy(() ->
            run(new SyncCatalog(List.of(entry("orders", DestinationSyncMode.APPEND, 5L, 3L)))))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("write.generation"));
    assertThatThrownBy(() ->
            run(new SyncCatalog(List.of(entry("orders", DestinationSyncMode.UPDATE, 0L, 0L)))))
        .isInstanceOfSatisfying(
            GodwitException.class, error -> assertThat(error.code()).isEqualTo("stream.no-key"));
  }

  @Test
  void anInputThatBreaksEndsTheRun() {
    assertThatThrownBy(() ->
            new WriteRun(appending("orders"), shelf, null, out::add, Clock.systemUTC())
                .run(() -> {
                  throw GodwitException.system("protocol.input", "It broke.");
                }))
        .hasMessage("It broke.");
  }
}
