package dev.godwit.manifest.internal.stream;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.request.Exchange;
import dev.godwit.manifest.internal.request.Fingerprint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Notices when pages go round in circles, where the reference goes on for ever. For one thread.
///
/// A page with rows that was asked for before and says the same again is a circle, also when other
/// pages came between. A page without rows may be asked for again for a while, since it may be the
/// answer of something that is not ready; and different requests may find the same rows for a
/// while, since rows need not differ. Both end after a number of times that nobody waits for.
final class Repeats {
  /// Requests that are remembered; a longer circle is not noticed.
  private static final int MEMORY = 4096;

  private static final int PATIENCE = 100;

  /// Fingerprints of answers by what was asked for, oldest first.
  private final Map<Long, Long> answers = new LinkedHashMap<>();

  private @Nullable Exchange last;
  private long lastAnswer;
  private int same;

  /// Looks at a page that came. One that is read as it arrives is not compared.
  ///
  /// @throws GodwitException SYSTEM `page.loop`
  void check(Exchange page, boolean hasRows) {
    if (page.response().isOpen()) {
      return;
    }
    Exchange before = last;
    Long answered = answers.get(page.asked());
    boolean sameLength =
        before != null && before.response().body().length == page.response().body().length;
    if (answered == null && !sameLength) {
      same = 0;
      return;
    }
    long answer = Fingerprint.of(page.response().body());
    if (hasRows && answered != null && answered == answer) {
      throw loop(page, "The API was asked for the same page twice and gave the same rows.");
    }
    same = sameLength && answer == lastAnswer ? same + 1 : 0;
    if (same >= PATIENCE) {
      throw loop(page, "The API gave the same page " + PATIENCE + " times in a row.");
    }
  }

  /// Remembers a page that another one follows.
  void follow(Exchange page) {
    if (page.response().isOpen()) {
      return;
    }
    last = page;
    lastAnswer = Fingerprint.of(page.response().body());
    answers.remove(page.asked());
    answers.put(page.asked(), lastAnswer);
    if (answers.size() > MEMORY) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  /// The last page that another one follows; null for none.
  @Nullable Exchange last() {
    return last;
  }

  private static GodwitException loop(Exchange page, String what) {
    return GodwitException.system("page.loop", what)
        .at(page.place())
        .hint("Check page_token_option, cursor_value and stop_condition of the paginator.");
  }
}
