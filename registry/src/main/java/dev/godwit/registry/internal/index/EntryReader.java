package dev.godwit.registry.internal.index;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonMembers;
import dev.godwit.core.json.JsonPiece;
import dev.godwit.registry.entry.BreakingChange;
import dev.godwit.registry.entry.ConnectorEntry;
import dev.godwit.registry.entry.ConnectorKind;
import dev.godwit.registry.entry.ConnectorName;
import dev.godwit.registry.entry.ConnectorVersion;
import dev.godwit.registry.entry.Packaging;
import dev.godwit.registry.entry.Printable;
import dev.godwit.registry.entry.Standing;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes an entry of its JSON. Fields that nobody here asks for, a specification of a megabyte
/// among them, are passed over without a tree. For one thread.
final class EntryReader {
  private static final Set<String> WANTED =
      Set.of(
          "name",
          "dockerRepository",
          "dockerImageTag",
          "language",
          "tags",
          "remoteRegistries",
          "supportLevel",
          "releaseStage",
          "license",
          "releaseDate",
          "generated",
          "sourceType",
          "connectorSubtype",
          "documentationUrl",
          "allowedHosts",
          "suggestedStreams",
          "releases",
          "tombstone");

  private static final String MANIFEST_ONLY = "manifest-only";

  private final JsonMembers members = new JsonMembers();

  /// The fields of the object between two positions that matter.
  Fields fields(byte[] page, int start, int end) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    members.open(page, start, end);
    while (members.next()) {
      if (WANTED.contains(members.key())) {
        fields.put(members.key(), JsonPiece.read(page, members.start(), members.end()));
      }
    }
    return new Fields(fields);
  }

  /// Makes an entry of its fields.
  ///
  /// @throws GodwitException where name or version are missing, or could not be a name or version
  static ConnectorEntry entry(ConnectorKind kind, Fields fields) {
    Packaging packaging = packaging(fields);
    ConnectorName name = name(kind, packaging.repository());
    String title = fields.text("name");
    Fields releases = fields.object("releases");
    String subtype = fields.text("sourceType");
    return new ConnectorEntry(
        name,
        title == null ? name.shortText() : title,
        new ConnectorVersion(required(fields, "dockerImageTag")),
        packaging,
        standing(fields),
        subtype == null ? fields.text("connectorSubtype") : subtype,
        fields.text("documentationUrl"),
        fields.object("allowedHosts").texts("hosts"),
        fields.object("suggestedStreams").texts("streams"),
        fields.texts("tags"),
        candidates(releases),
        breakingChanges(releases));
  }

  /// The last part of the repository. It has to be of the list's kind, where it says its kind.
  private static ConnectorName name(ConnectorKind kind, String repository) {
    String last = repository.substring(repository.lastIndexOf('/') + 1);
    ConnectorName name =
        ConnectorName.complete(last).orElseGet(() -> new ConnectorName(kind, last));
    if (name.kind() != kind) {
      throw Untrusted.because(
          Printable.quoted(last) + " stands in the list of " + kind.word() + "s");
    }
    return name;
  }

  private static Packaging packaging(Fields fields) {
    String repository = required(fields, "dockerRepository");
    for (String part : repository.split("/", -1)) {
      if (!ConnectorName.isPlain(part)) {
        throw Untrusted.because(Printable.quoted(repository) + " is no name of a repository");
      }
    }
    List<String> tags = fields.texts("tags");
    String language = fields.text("language");
    Fields pypi = fields.object("remoteRegistries").object("pypi");
    String pythonPackage = pypi.isTrue("enabled") ? pypi.text("packageName") : null;
    return new Packaging(
        repository,
        pythonPackage != null && PythonName.isPlain(pythonPackage) ? pythonPackage : null,
        MANIFEST_ONLY.equals(language) || tags.contains("language:" + MANIFEST_ONLY),
        language == null ? tagged(tags) : language);
  }

  private static @Nullable String tagged(List<String> tags) {
    return tags.stream()
        .filter(tag -> tag.startsWith("language:"))
        .map(tag -> tag.substring(tag.indexOf(':') + 1))
        .findFirst()
        .orElse(null);
  }

  private static Standing standing(Fields fields) {
    Fields metrics = fields.object("generated").object("metrics");
    Fields measured =
        Stream.of("all", "oss", "cloud")
            .map(metrics::object)
            .filter(each -> !each.values().isEmpty())
            .findFirst()
            .orElseGet(() -> Fields.of(null));
    return new Standing(
        fields.text("supportLevel"),
        fields.text("releaseStage"),
        fields.text("license"),
        fields.text("releaseDate"),
        measured.text("sync_success_rate"),
        measured.text("usage"));
  }

  private static List<ConnectorVersion> candidates(Fields releases) {
    return releases.object("releaseCandidates").values().keySet().stream()
        .map(ConnectorVersion::new)
        .sorted()
        .toList();
  }

  private static List<BreakingChange> breakingChanges(Fields releases) {
    Fields changes = releases.object("breakingChanges");
    return changes.values().keySet().stream()
        .map(version -> change(new ConnectorVersion(version), changes.object(version), releases))
        .sorted(Comparator.comparing(BreakingChange::version))
        .toList();
  }

  private static BreakingChange change(ConnectorVersion version, Fields change, Fields releases) {
    String message = change.text("message");
    String own = change.text("migrationDocumentationUrl");
    return new BreakingChange(
        version,
        message == null ? "" : message.strip(),
        change.text("upgradeDeadline"),
        own == null ? releases.text("migrationDocumentationUrl") : own,
        streams(change.objects("scopedImpact")));
  }

  /// The streams that a change is limited to. A scope that is not of streams may touch all of them.
  private static List<String> streams(List<Fields> impact) {
    boolean onlyStreams =
        impact.stream().allMatch(scope -> "stream".equals(scope.text("scopeType")));
    return onlyStreams
        ? impact.stream()
            .flatMap(scope -> scope.texts("impactedScopes").stream())
            .distinct()
            .toList()
        : List.of();
  }

  private static String required(Fields fields, String key) {
    String value = fields.text(key);
    if (value == null) {
      throw Untrusted.because("it has no " + key);
    }
    return value;
  }
}
