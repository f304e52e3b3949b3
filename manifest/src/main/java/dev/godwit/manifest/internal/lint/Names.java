package dev.godwit.manifest.internal.lint;

import dev.godwit.manifest.internal.document.Mark;
import dev.godwit.manifest.internal.document.Nearest;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import dev.godwit.manifest.lint.LintCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of streams: used twice, or asked for and not there.
final class Names implements Rule.OfManifest {
  @Override
  public void check(LintedManifest manifest, Findings findings) {
    ObjectNode root = manifest.prepared();
    Map<String, Mark> streams = new HashMap<>();
    collect(root.field("streams"), streams, findings);
    if (root.field("check") instanceof ObjectNode check) {
      if (elements(root.field("dynamic_streams")).isEmpty()) {
        require(check.field("stream_names"), streams, findings);
      }
      Map<String, Mark> dynamic = new HashMap<>();
      collect(root.field("dynamic_streams"), dynamic, findings);
      for (Node one : elements(check.field("dynamic_streams_check_configs"))) {
        if (one instanceof ObjectNode asked) {
          requireOne(asked.field("dynamic_stream_name"), dynamic, findings);
        }
      }
    }
  }

  private static void collect(@Nullable Node list, Map<String, Mark> names, Findings findings) {
    for (Node element : elements(list)) {
      if (!(element instanceof ObjectNode stream)) {
        continue;
      }
      collect(stream.field("streams"), names, findings);
      requireName(stream, findings);
      if (stream.field("name") instanceof ScalarNode written
          && written.value() instanceof String name
          && stream.field("streams") == null) {
        add(name, stream, written, names, findings);
      }
    }
  }

  private static void requireName(ObjectNode stream, Findings findings) {
    boolean isStream =
        stream.field("type") instanceof ScalarNode type && "DeclarativeStream".equals(type.value());
    Node name = stream.field("name");
    if (isStream
        && (name == null || (name instanceof ScalarNode scalar && "".equals(scalar.value())))) {
      findings.add(LintCode.MISSING_FIELD, stream.mark(), "", "a stream needs a name");
    }
  }

  private static void add(
      String name,
      ObjectNode stream,
      ScalarNode written,
      Map<String, Mark> names,
      Findings findings) {
    Mark first = names.putIfAbsent(name, stream.mark());
    if (first != null && !first.equals(stream.mark())) {
      findings.add(
          LintCode.DUPLICATE_STREAM,
          written.mark(),
          "",
          "the stream '" + name + "' exists twice; the other one begins in line " + first.line());
    }
  }

  private static void require(@Nullable Node asked, Map<String, Mark> streams, Findings findings) {
    elements(asked).forEach(name -> requireOne(name, streams, findings));
  }

  private static void requireOne(
      @Nullable Node asked, Map<String, Mark> streams, Findings findings) {
    if (asked instanceof ScalarNode scalar
        && scalar.value() instanceof String name
        && !streams.containsKey(name)) {
      String near = Nearest.of(name, streams.keySet());
      findings.add(
          LintCode.UNKNOWN_STREAM,
          scalar.mark(),
          "check",
          "there is no stream '" + name + "' to check",
          near == null ? null : Nearest.question(near),
          near == null ? null : findings.source().replace(scalar.mark(), name, near));
    }
  }

  private static List<Node> elements(@Nullable Node node) {
    return node instanceof ListNode list ? list.elements() : List.of();
  }
}
