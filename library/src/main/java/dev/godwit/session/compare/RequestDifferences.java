package dev.godwit.session.compare;

import dev.godwit.session.compare.Difference.Kind;
import dev.godwit.session.form.Exchange.Sent;
import dev.godwit.session.play.ReplayTap;
import dev.godwit.session.play.ReplayTap.Asked;
import dev.godwit.session.play.ReplayTap.Recorded;
import dev.godwit.session.play.RequestKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares what was asked with what was recorded: requests that are new, that are missing, and
/// those that only ask otherwise.
record RequestDifferences(String group, List<Recorded> left, List<Asked> asked) {
  static RequestDifferences of(String group, ReplayTap tap) {
    return new RequestDifferences(
        group,
        new ArrayList<>(tap.left().stream().filter(each -> each.group().equals(group)).toList()),
        tap.asked().stream().filter(each -> each.group().equals(group)).toList());
  }

  List<Difference> all() {
    List<String> changed = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    for (Asked each : asked) {
      if (each.answer() == null) {
        Recorded near = near(each);
        if (near == null) {
          fresh.add("+ " + words(each.sent()));
        } else {
          left.remove(near);
          changed.add("~ " + change(near, each));
        }
      }
    }
    List<String> missing = left.stream().map(each -> "- " + words(each.exchange().sent())).toList();
    List<Difference> differences = new ArrayList<>();
    add(changed.size(), "asks otherwise", changed, differences);
    add(fresh.size(), "is not in the session", fresh, differences);
    if (fresh.isEmpty() && changed.isEmpty()) {
      add(missing.size(), "is not sent any more", missing, differences);
    }
    List<String> headers = headers();
    if (!headers.isEmpty()) {
      differences.add(new Difference(Kind.REQUESTS, group, "headers of requests differ", headers));
    }
    return differences;
  }

  private void add(int count, String what, List<String> lines, List<Difference> differences) {
    if (count > 0) {
      String summary =
          count == 1
              ? "1 request " + what
              : count + " requests " + what.replace("is ", "are ").replace("asks", "ask");
      differences.add(
          new Difference(Kind.REQUESTS, group, summary, RowDifferences.shortened(lines)));
    }
  }

  private @Nullable Recorded near(Asked unanswered) {
    RequestKey key = RequestKey.of(unanswered.sent());
    return left.stream().filter(each -> each.key().isNear(key)).findFirst().orElse(null);
  }

  private static String words(Sent sent) {
    return sent.method() + " " + sent.url() + (sent.body() == null ? "" : " " + line(sent));
  }

  private static String line(Sent sent) {
    String text = sent.body() == null ? "" : sent.body().text().replaceAll("\\s+", " ");
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  private static String change(Recorded before, Asked now) {
    RequestKey old = before.key();
    RequestKey fresh = RequestKey.of(now.sent());
    List<String> changes =
        new ArrayList<>(RowDifferences.changes("", parameters(old), parameters(fresh)));
    if (!String.valueOf(old.body()).equals(String.valueOf(fresh.body()))) {
      changes.add("body: " + line(before.exchange().sent()) + " → " + line(now.sent()));
    }
    return old.method() + " " + old.address() + ": " + String.join(", ", changes);
  }

  private static Map<String, String> parameters(RequestKey key) {
    Map<String, String> parameters = new LinkedHashMap<>();
    key.query().forEach(pair -> parameters.merge(pair.name(), pair.value(), (a, b) -> a + "," + b));
    return parameters;
  }

  /// Each change once, whatever the number of requests that have it.
  private List<String> headers() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Asked each : asked) {
      Recorded answer = each.answer();
      if (answer != null) {
        headers(answer.exchange().sent(), each.sent())
            .forEach(line -> counts.merge(line, 1, Integer::sum));
      }
    }
    return counts.entrySet().stream()
        .map(line -> "~ %s (requests: %d)".formatted(line.getKey(), line.getValue()))
        .toList();
  }

  private static List<String> headers(Sent before, Sent now) {
    Map<String, String> old = byName(before.headers());
    Map<String, String> fresh = byName(now.headers());
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(old.keySet());
    names.addAll(fresh.keySet());
    return names.stream()
        .filter(name -> !old.getOrDefault(name, "").equals(fresh.getOrDefault(name, "")))
        .map(name ->
            "%s: %s → %s"
                .formatted(name, old.getOrDefault(name, "none"), fresh.getOrDefault(name, "none")))
        .toList();
  }

  private static Map<String, String> byName(Map<String, String> headers) {
    Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    named.putAll(headers);
    return named;
  }
}
