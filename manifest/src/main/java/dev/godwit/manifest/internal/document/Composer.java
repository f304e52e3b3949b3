package dev.godwit.manifest.internal.document;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/// Makes nodes of the events of a YAML parser. Aliases share the node of their anchor.
final class Composer {
  private final String file;
  private final Parser events;
  private final Problems problems;
  private final @Nullable KeyMarks keys;
  private final Map<String, Node> anchors = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private boolean shares;
  private int depth;

  /// @param keys takes the places of the names of fields; null when nobody asks for them
  Composer(String file, Parser events, Problems problems, @Nullable KeyMarks keys) {
    this.file = file;
    this.events = events;
    this.problems = problems;
    this.keys = keys;
  }

  /// The only document of the stream; a null scalar when there is none.
  Node document() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) {
      return new ScalarNode(new Mark(file, 1, 1), null);
    }
    events.getEvent();
    Node root = node(events.getEvent());
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      problems.add(
          refused(mark(events.peekEvent()), "a manifest is one document, but another follows"));
    }
    return root;
  }

  /// Whether a node stands in more than one place.
  boolean shares() {
    return shares;
  }

  private Node node(Event event) {
    if (event instanceof AliasEvent alias) {
      return aliased(alias);
    }
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null && !open.add(anchor)) {
      problems.add(refused(mark(event), "the anchor &" + anchor + " is defined twice"));
    }
    Node node =
        switch (event) {
          case ScalarEvent scalar -> new ScalarNode(mark(event), value(scalar));
          case MappingStartEvent mapping -> object(mapping);
          default -> list((CollectionStartEvent) event);
        };
    if (anchor != null) {
      anchors.put(anchor, node);
    }
    return node;
  }

  private Node aliased(AliasEvent alias) {
    shares = true;
    Node node = anchors.get(alias.getAnchor());
    if (node != null) {
      return node;
    }
    String problem = open.contains(alias.getAnchor()) ? " contains itself" : " is not defined";
    problems.add(refused(mark(alias), "the anchor &" + alias.getAnchor() + problem));
    return new ScalarNode(mark(alias), null);
  }

  private Node list(CollectionStartEvent start) {
    enter(start, "seq");
    List<Node> elements = new ArrayList<>();
    for (Event next = events.getEvent(); !next.is(Event.ID.SequenceEnd); next = events.getEvent()) {
      elements.add(node(next));
    }
    depth--;
    return new ListNode(mark(start), Collections.unmodifiableList(elements));
  }

  private Node object(MappingStartEvent start) {
    enter(start, "map");
    MappingFields fields = new MappingFields(problems);
    for (Event next = events.getEvent(); !next.is(Event.ID.MappingEnd); next = events.getEvent()) {
      if (next instanceof ScalarEvent key && isMerge(key)) {
        fields.merge(node(events.getEvent()));
      } else {
        field(next, start, fields);
      }
    }
    depth--;
    return new ObjectNode(mark(start), fields.all());
  }

  private void field(Event name, MappingStartEvent object, MappingFields fields) {
    String key = key(name);
    Node value = node(events.getEvent());
    if (key == null) {
      return;
    }
    fields.put(key, value);
    if (keys != null) {
      keys.add(mark(object), new KeyMarks.Key(key, mark(name)), value.mark());
    }
  }

  private static boolean isMerge(ScalarEvent key) {
    return key.isPlain() && key.getTag() == null && key.getValue().equals("<<");
  }

  /// The name of a field; null where it is none, which has been reported.
  private @Nullable String key(Event event) {
    if (event instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().equals("=")) {
      return "=";
    }
    if (node(event) instanceof ScalarNode scalar) {
      return scalar.value() instanceof String name ? name : PythonText.of(scalar.value());
    }
    problems.add(refused(mark(event), "the name of a field cannot be a list or an object"));
    return null;
  }

  private @Nullable Object value(ScalarEvent event) {
    String tag = event.getTag();
    String text = event.getValue();
    if (tag == null && !event.isPlain()) {
      return text;
    }
    if (tag == null && text.equals("=")) {
      problems.add(refused(mark(event), "a lone = has no value; quote it if it is meant as text"));
      return text;
    }
    try {
      return tag == null || tag.equals("!")
          ? PlainScalars.value(text)
          : TaggedScalars.value(tag, text);
    } catch (IllegalArgumentException | DateTimeException malformed) {
      problems.add(
          refused(mark(event), "cannot read the value: " + malformed.getMessage())
              .hint("Quote the value if it is meant as text.")
              .causedBy(malformed));
      return text;
    }
  }

  private void enter(CollectionStartEvent start, String collection) {
    Limits.checkDepth(++depth, mark(start));
    if (!TaggedScalars.fits(start.getTag(), collection)) {
      problems.add(refused(mark(start), "the tag " + start.getTag() + " is not supported"));
    }
  }

  private Mark mark(Event event) {
    org.yaml.snakeyaml.error.Mark start = event.getStartMark();
    return new Mark(file, start.getLine() + 1, start.getColumn() + 1);
  }

  private static GodwitException refused(Mark mark, String problem) {
    return GodwitException.config("manifest.yaml", problem).at(mark.place(""));
  }
}
