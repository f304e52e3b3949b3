package dev.godwit.mapping.contract;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import dev.godwit.mapping.rule.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a contract out of plain values.
final class ContractReader {
  private final Entries root;
  private final OnViolation onViolation;

  ContractReader(Entries root) {
    this.root = root;
    this.onViolation = root.onViolation(OnViolation.FAIL);
  }

  Contract contract() {
    Contract contract = new Contract(checks(), keys(), freshness(), volume());
    root.end();
    return contract;
  }

  private List<Check> checks() {
    Object fields = root.value("fields");
    List<Check> checks = new ArrayList<>();
    if (fields != null) {
      Entries named = Entries.of(root.path("fields"), fields);
      for (String name : named.keys()) {
        add(path(name, named.path(name)), named.path(name), named.value(name), checks);
      }
    }
    return checks;
  }

  /// One group of checks of a field, or several with what each of them does.
  private void add(FieldPath field, String path, @Nullable Object value, List<Check> checks) {
    if (value instanceof List<?> groups) {
      for (int i = 0; i < groups.size(); i++) {
        add(field, path + "[" + i + "]", groups.get(i), checks);
      }
      return;
    }
    Entries group = Entries.of(path, value);
    OnViolation chosen = group.onViolation(onViolation);
    List<Demand> demands = new DemandReader(group).demands();
    demands.forEach(demand -> checks.add(new Check(field, demand, chosen)));
  }

  private @Nullable OnViolation keys() {
    return switch (root.value("keys")) {
      case null -> null;
      case Boolean checked -> checked ? onViolation : null;
      case Map<?, ?> object -> {
        Entries entries = new Entries(root.path("keys"), object);
        OnViolation chosen = entries.onViolation(onViolation);
        entries.end();
        yield chosen;
      }
      default -> throw Entries.wrong(root.path("keys"), "true, false, or an on_violation");
    };
  }

  private @Nullable Freshness freshness() {
    Object value = root.value("freshness");
    if (value == null) {
      return null;
    }
    Entries entries = Entries.of(root.path("freshness"), value);
    Freshness freshness =
        new Freshness(
            path(entries.required("field"), entries.path("field")),
            Periods.read(entries.required("within"), entries.path("within")),
            entries.onViolationOfAll(onViolation));
    entries.end();
    return freshness;
  }

  private @Nullable Volume volume() {
    Object value = root.value("rows");
    if (value == null) {
      return null;
    }
    Entries entries = Entries.of(root.path("rows"), value);
    Volume volume =
        new Volume(
            entries.count("min"), entries.count("max"), entries.onViolationOfAll(onViolation));
    entries.end();
    if (volume.min() != null && volume.max() != null && volume.min() > volume.max()) {
      throw Entries.wrong(entries.path("max"), "min or more");
    }
    return volume;
  }

  private static FieldPath path(String text, String path) {
    try {
      return FieldPath.parse(text);
    } catch (GodwitException e) {
      throw e.at(Place.file(null, 0, 0, path));
    }
  }
}
