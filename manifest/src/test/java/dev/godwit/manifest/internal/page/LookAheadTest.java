package dev.godwit.manifest.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.Answered;
import dev.godwit.manifest.internal.Api;
import dev.godwit.manifest.internal.Api.Asked;
import dev.godwit.manifest.internal.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that are asked for before they are needed.
class LookAheadTest {
  private static String paginator(String strategy) {
    return """
    paginator:
      type: DefaultPaginator
      pagination_strategy: STRATEGY
      page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: p}
    """
        .replace("STRATEGY", strategy);
  }

  private static final String NUMBERS = paginator("{type: PageIncrement, page_size: 2}");

  private static int token(Asked asked) {
    Matcher matcher = Pattern.compile("p=(\\d+)").matcher(asked.target());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /// A page of two rows.
  private static Answered page(int number) {
    return Answered.json("[{\"id\":%d},{\"id\":%d}]".formatted(2 * number, 2 * number + 1));
  }

  private static List<Object> ids(Reading reading) {
    List<Object> ids = new ArrayList<>();
    reading.rows().forEach(row -> ids.add(((java.util.Map<?, ?>) row).get("id")));
    return ids;
  }

  private static List<Object> upTo(int count) {
    List<Object> ids = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      ids.add(i);
    }
    return ids;
  }

  /// Every four requests wait for each other, so pages that came one by one would never come.
  @Test
  void followingPagesAreAskedForAtTheSameTime() {
    CyclicBarrier four = new CyclicBarrier(4);
    try (Api api =
        Api.answering(asked -> {
          int page = token(asked);
          try {
            if (page >= 1 && page <= 4) {
              four.await(20, TimeUnit.SECONDS);
            }
          } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            return Answered.status(400);
          }
          return page >= 5 ? Answered.json("[]") : page(page);
        })) {
      Reading reading =
          new Reading(api)
              .concurrency(10)
              .retriever(NUMBERS)
              .variable("GODWIT_LOOK_AHEAD", "3")
              .read();
      assertThat(ids(reading)).isEqualTo(upTo(10));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 50})
  void rowsStayInOrderAndEndWhereThePagesEnd(int ahead) {
    try (Api api =
        Api.answering(asked -> {
          int page = token(asked);
          return page > 9 ? Answered.status(404) : page < 9 ? page(page) : Answered.json("[]");
        })) {
      Reading reading =
          new Reading(api)
              .concurrency(8)
              .retriever(NUMBERS)
              .variable("GODWIT_LOOK_AHEAD", String.valueOf(ahead))
              .read();
      assertThat(ids(reading)).isEqualTo(upTo(18));
    }
  }

  @Test
  void anOffsetThatWasGuessedWrongIsAskedForAnew() {
    try (Api api =
        Api.answering(asked -> {
          int from = token(asked);
          return switch (from) {
            case 0 -> page(0);
            case 2 -> Answered.json("[{\"id\":2},{\"id\":3},{\"id\":4}]");
            case 5 -> Answered.json("[{\"id\":5}]");
            default -> Answered.json("[{\"id\":99},{\"id\":98}]");
          };
        })) {
      Reading reading =
          new Reading(api)
              .concurrency(8)
              .retriever(paginator("{type: OffsetIncrement, page_size: 2}"))
              .variable("GODWIT_LOOK_AHEAD", "3")
              .read();
      assertThat(ids(reading)).isEqualTo(upTo(6));
    }
  }

  @Test
  void requestsNeverExceedTheConcurrency() {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Api api =
        Api.answering(asked -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          int page = token(asked);
          underWay.decrementAndGet();
          return page < 30 ? page(page) : Answered.json("[]");
        })) {
      Reading reading =
          new Reading(api)
              .concurrency(3)
              .retriever(NUMBERS)
              .variable("GODWIT_LOOK_AHEAD", "20")
              .read();
      assertThat(ids(reading)).isEqualTo(upTo(60));
      assertThat(most.get()).isBetween(1, 3);
    }
  }

  @Test
  void aFailureShowsOnlyWhenItsPageIsReached() {
    try (Api api =
        Api.answering(asked -> token(asked) == 3 ? Answered.status(400) : page(token(asked)))) {
      Reading reading =
          new Reading(api).concurrency(8).retriever(NUMBERS).variable("GODWIT_LOOK_AHEAD", "5");
      GodwitException error = catchThrowableOfType(GodwitException.class, reading::read);
      assertThat(error.code()).isEqualTo("http.failed");
      assertThat(ids(reading)).isEqualTo(upTo(6));
    }
  }

  @Test
  void aSinglePageAsksForNoOther() {
    try (Api api = Api.answering(asked -> Answered.json("[{\"id\":0}]"))) {
      new Reading(api).retriever(NUMBERS).variable("GODWIT_LOOK_AHEAD", "5").read();
      assertThat(api.asked()).hasSize(1);
    }
  }

  @Test
  void cursorsAreNotGuessed() {
    try (Api api =
        Api.answering(asked ->
            Answered.json(
                token(asked) < 3 ? "{\"next\":" + (token(asked) + 1) + "}" : "{\"next\":null}"))) {
      new Reading(api)
          .retriever(paginator("{type: CursorPagination, cursor_value: \"{{ response.next }}\"}"))
          .variable("GODWIT_LOOK_AHEAD", "5")
          .read();
      assertThat(api.asked()).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "-1", "1001"})
  void aWrongNumberIsRefused(String pages) {
    try (Api api = Api.answering(asked -> Answered.json("[]"))) {
      Reading reading = new Reading(api).variable("GODWIT_LOOK_AHEAD", pages);
      assertThat(catchThrowableOfType(GodwitException.class, reading::read).code())
          .isEqualTo("page.look-ahead");
    }
  }
}
