package dev.godwit.protocol.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.Generation;
import dev.godwit.core.StreamPlan;
import dev.godwit.core.StreamState;
import dev.godwit.core.catalog.ConfiguredStream;
import dev.godwit.core.catalog.Stream;
import dev.godwit.core.catalog.StreamName;
import dev.godwit.core.catalog.SyncMode;
import dev.godwit.protocol.message.Message;
import dev.godwit.protocol.message.StateScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedStateTest {
  private static final StreamName A = StreamName.of("a");
  private static final StreamName B = new StreamName("shop", "b");

  private static StreamPlan plan(StreamName name, @Nullable StreamState state) {
    Stream stream =
        new Stream(
            name,
            Map.of(),
            Set.of(SyncMode.FULL_REFRESH, SyncMode.INCREMENTAL),
            true,
            List.of("id"),
            List.of(),
            true,
            false);
    return new StreamPlan(ConfiguredStream.byDefault(stream), Generation.keeping(0), state);
  }

  private static StateScope.Global at(long position, long a, long b) {
    return new StateScope.Global(
        Map.of("lsn", position),
        List.of(
            new StateScope.OneStream(A, Map.of("done", a)),
            new StateScope.OneStream(B, Map.of("done", b))));
  }

  private static List<StateScope> scopes(StreamPlan... plans) {
    return StateForm.list(List.of(plans)).states().stream().map(Message.State::scope).toList();
  }

  @Test
  void streamsThatCommittedTheSameStateGoOnFromIt() {
    StateForm form = new StateForm(List.of(plan(A, null), plan(B, null)));
    form.next();
    StreamState a = form.of(A, at(5, 1, 2));
    StreamState b = form.of(B, at(5, 1, 2));
    assertThat(scopes(plan(A, a), plan(B, b))).containsExactly(at(5, 1, 2));
  }

  @Test
  void theEarliestOfTheirStatesCounts() {
    StateForm form = new StateForm(List.of(plan(A, null), plan(B, null)));
    form.next();
    StreamState early = form.of(A, at(5, 1, 2));
    form.next();
    StreamState late = form.of(B, at(9, 3, 4));
    assertThat(scopes(plan(A, early), plan(B, late)))
        .containsExactly(
            new StateScope.Global(
                Map.of("lsn", 5L),
                List.of(
                    new StateScope.OneStream(A, Map.of("done", 1L)),
                    new StateScope.OneStream(B, Map.of("done", 4L)))));
  }

  @Test
  void numbersGoOnCountingInTheNextRun() {
    StateForm first = new StateForm(List.of(plan(A, null)));
    first.next();
    first.next();
    StreamState two = first.of(A, at(5, 1, 2));
    StateForm second = new StateForm(List.of(plan(A, two)));
    second.next();
    StreamState three = second.of(B, at(9, 3, 4));
    assertThat(scopes(plan(A, two), plan(B, three)))
        .singleElement()
        .isInstanceOfSatisfying(
            StateScope.Global.class,
            global -> assertThat(global.shared()).isEqualTo(Map.of("lsn", 5L)));
  }

  @Test
  void aStreamThatIsNewBeginsWithoutAState() {
    StateForm form = new StateForm(List.of(plan(A, null)));
    form.next();
    StreamState a = form.of(A, at(5, 1, 2));
    assertThat(scopes(plan(A, a), plan(B, null)))
        .containsExactly(
            new StateScope.Global(
                Map.of("lsn", 5L), List.of(new StateScope.OneStream(A, Map.of("done", 1L)))));
  }

  @Test
  void theOldFormIsGivenBackAsItWas() {
    StateForm form = new StateForm(List.of(plan(A, null)));
    form.next();
    StreamState a = form.of(A, new StateScope.Legacy(Map.of("a", "2024-01-01")));
    assertThat(StateForm.list(List.of(plan(A, a))).value()).isEqualTo(Map.of("a", "2024-01-01"));
  }

  @Test
  void theStateOfOneStreamStaysWhatItIs() {
    StreamState state = new StreamState(A, Map.of("updated_at", "2024-01-01"));
    assertThat(scopes(plan(A, state), plan(B, null)))
        .containsExactly(new StateScope.OneStream(A, state.value()));
  }
}
