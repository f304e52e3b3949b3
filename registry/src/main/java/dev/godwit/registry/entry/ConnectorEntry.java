package dev.godwit.registry.entry;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a registry says of a connector. Names and versions have been looked at; all other texts are
/// the registry's own.
///
/// @param title its name for people
/// @param version the one that is released
/// @param subtype what it connects to: `api`, `database`, `file`…; null where not said
/// @param documentationUrl null where not said
/// @param allowedHosts hosts that it speaks to; may hold templates over its configuration
/// @param suggestedStreams those that most users want
/// @param candidates versions that are being tried out
/// @param breakingChanges in the order of their versions
public record ConnectorEntry(
    ConnectorName name,
    String title,
    ConnectorVersion version,
    Packaging packaging,
    Standing standing,
    @Nullable String subtype,
    @Nullable String documentationUrl,
    List<String> allowedHosts,
    List<String> suggestedStreams,
    List<String> tags,
    List<ConnectorVersion> candidates,
    List<BreakingChange> breakingChanges) {
  public ConnectorEntry {
    allowedHosts = List.copyOf(allowedHosts);
    suggestedStreams = List.copyOf(suggestedStreams);
    tags = List.copyOf(tags);
    candidates = List.copyOf(candidates);
    breakingChanges = List.copyOf(breakingChanges);
  }

  /// The versions that the registry speaks of, oldest first: the released one, candidates, and
  /// those that broke something.
  public List<ConnectorVersion> versions() {
    TreeSet<ConnectorVersion> versions = new TreeSet<>(candidates);
    versions.add(version);
    breakingChanges.forEach(change -> versions.add(change.version()));
    return List.copyOf(versions);
  }

  /// What somebody meets who goes from one version to another.
  public List<BreakingChange> breakingChanges(ConnectorVersion from, ConnectorVersion to) {
    return breakingChanges.stream().filter(change -> change.liesBetween(from, to)).toList();
  }

  /// How well the connector answers a search; 0 when it does not.
  ///
  /// @param words each has to be found
  public int score(List<String> words) {
    int score = 0;
    for (String word : words) {
      int found = score(word.toLowerCase(Locale.ROOT));
      if (found == 0) {
        return 0;
      }
      score += found;
    }
    return score;
  }

  private int score(String word) {
    String shown = title.toLowerCase(Locale.ROOT);
    if (name.shortText().equals(word) || name.text().equals(word) || shown.equals(word)) {
      return 8;
    }
    if (name.shortText().startsWith(word) || shown.startsWith(word)) {
      return 4;
    }
    if (name.text().contains(word) || shown.contains(word)) {
      return 2;
    }
    boolean isTag = tags.stream().anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(word));
    return isTag || word.equals(subtype) ? 1 : 0;
  }
}
