package dev.godwit.mapping.pii;

import dev.godwit.mapping.rule.FieldPath;
import dev.godwit.mapping.rule.FieldPath.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks through rows of one stream, nested fields included. It keeps counts, no values. For one
/// thread.
public final class PiiScan {
  /// Objects whose keys are data have no end of fields.
  private static final int MOST_FIELDS = 5000;

  private final String stream;
  private final Map<List<Step>, FieldProfile> profiles = new LinkedHashMap<>();
  private final Set<List<Step>> containers = new HashSet<>();
  private long rows;

  /// @param stream its name, which helps to tell what `name` is a name of
  public PiiScan(String stream) {
    this.stream = stream;
  }

  /// What a field seems to hold, judged by its name and some of its values. Nothing where it seems
  /// to hold no personal data.
  ///
  /// @param values plain values of JSON; may be empty
  public static Optional<Finding> look(
      String stream, FieldPath field, List<? extends @Nullable Object> values) {
    PiiScan scan = new PiiScan(stream);
    scan.profile(field.steps());
    values.forEach(value -> scan.look(field.steps(), value));
    return scan.findings().stream().findFirst();
  }

  /// Looks at a row.
  public void add(Map<String, ? extends @Nullable Object> row) {
    rows++;
    row.forEach((key, value) -> look(List.of(new Step.Key(key)), value));
  }

  private void look(List<Step> path, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> object -> {
        containers.add(path);
        object.forEach(
            (key, inside) -> look(then(path, new Step.Key(String.valueOf(key))), inside));
      }
      case List<?> list -> {
        containers.add(path);
        list.forEach(inside -> look(then(path, new Step.Each()), inside));
      }
      case null -> profile(path);
      default -> profile(path).add(value);
    }
  }

  private static List<Step> then(List<Step> path, Step step) {
    List<Step> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private FieldProfile profile(List<Step> path) {
    FieldProfile known = profiles.get(path);
    if (known == null) {
      known = new FieldProfile();
      if (profiles.size() < MOST_FIELDS) {
        profiles.put(path, known);
      }
    }
    return known;
  }

  /// Rows that were looked at.
  public long rows() {
    return rows;
  }

  /// The fields that seem to hold personal data, in the order in which they appeared.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    profiles.forEach((path, profile) -> {
      if (profile.values() > 0 || !containers.contains(path)) {
        new Judgement(new FieldPath(path), names(path), profile).finding().ifPresent(findings::add);
      }
    });
    return findings;
  }

  private List<String> names(List<Step> path) {
    List<String> names = new ArrayList<>();
    names.add(stream);
    for (Step step : path) {
      if (step instanceof Step.Key(String name)) {
        names.add(name);
      }
    }
    return names;
  }
}
