package dev.godwit.manifest.internal.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.manifest.internal.budget.Policy.Limit;
import dev.godwit.manifest.internal.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedBudgetsTest {
  private static final Signs SIGNS = new Signs("r", "m", Set.of());
  private static final Request GET = new Request("GET", "http://x/", Map.of(), null);

  private final SharedBudgets budgets = new SharedBudgets(1);
  private final VirtualTime time = new VirtualTime(1);

  private SharedBudgets.Key key(String base, int calls) {
    List<Policy> policies = List.of(new Policy(List.of(), new Limit.Fixed(calls, 1_000_000)));
    return new SharedBudgets.Key(Set.of(base), policies, SIGNS, time, time);
  }

  @Test
  void sourcesOfTheSameApiShareTheirBudget() {
    Budget first = budgets.of(key("https://a", 5), 0);
    assertThat(budgets.of(key("https://a", 5), 0)).isSameAs(first);
  }

  @Test
  void anotherApiOrAnotherLimitHasItsOwn() {
    Budget first = budgets.of(key("https://a", 5), 0);
    assertThat(budgets.of(key("https://b", 5), 0)).isNotSameAs(first);
    assertThat(budgets.of(key("https://a", 6), 0)).isNotSameAs(first);
  }

  @Test
  void ofManyThoseAreForgottenWhoseCallsNoLongerCount() {
    Budget first = budgets.of(key("https://a", 5), 0);
    assertThat(first.refuse(GET, new Call(), 0)).isNull();
    budgets.of(key("https://b", 5), 999_999);
    assertThat(budgets.of(key("https://a", 5), 999_999)).isSameAs(first);
    budgets.of(key("https://d", 5), 2_000_000);
    assertThat(budgets.of(key("https://a", 5), 2_000_000)).isNotSameAs(first);
  }
}
