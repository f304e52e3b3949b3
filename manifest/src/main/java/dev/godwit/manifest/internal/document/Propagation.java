package dev.godwit.manifest.internal.document;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node.ListNode;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.Node.ScalarNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives types to the components that have none and carries `$parameters` from components to those
/// inside them.
///
/// A component sees the parameters around it and its own. Each parameter also becomes a field of
/// the component unless the component has a value there that Python takes for true. Objects without
/// type are no components: they pass parameters on only to typed objects that are their direct
/// fields. JSON schemas are left alone.
public final class Propagation {
  /// Where a component stands.
  ///
  /// @param component the type of the component around it; empty where there is none
  private record Site(String component, String field) {
    static final Site ROOT = new Site("", "");
  }

  private static final String TYPE = "type";
  private static final String PARAMETERS = "$parameters";

  private final DefaultTypes types;
  private final boolean outerWins;
  private final Problems problems;
  private int budget = Limits.COMPONENTS;
  private int depth;

  private Propagation(DefaultTypes types, boolean outerWins, Problems problems) {
    this.types = types;
    this.outerWins = outerWins;
    this.problems = problems;
  }

  /// The document, or a component of it, with types and parameters filled in.
  ///
  /// @param root references resolved
  /// @param outerWins whether of parameters with the same name the outer one counts; otherwise the
  ///   inner one
  /// @throws GodwitException CONFIG when `$parameters` is no object
  public static ObjectNode propagate(ObjectNode root, DefaultTypes types, boolean outerWins) {
    return propagate(root, types, outerWins, Problems.REFUSE);
  }

  /// As above. `$parameters` that are no object are reported and count as none.
  public static ObjectNode propagate(
      ObjectNode root, DefaultTypes types, boolean outerWins, Problems problems) {
    return new Propagation(types, outerWins, problems).component(Site.ROOT, root, Map.of());
  }

  private ObjectNode component(Site site, ObjectNode original, Map<String, Node> inherited) {
    if (--budget < 0) {
      throw Limits.tooLarge(original.mark(), Limits.COMPONENTS + " components");
    }
    Limits.checkDepth(++depth, original.mark());
    ObjectNode result = propagated(site, original, inherited);
    depth--;
    return result;
  }

  private ObjectNode propagated(Site site, ObjectNode original, Map<String, Node> inherited) {
    Map<String, Node> fields = new LinkedHashMap<>(original.fields());
    Mark mark = original.mark();
    if (!fields.containsKey(TYPE)) {
      String type = types.typeOf(site.component(), site.field(), fields.containsKey("class_name"));
      if (type != null) {
        fields.put(TYPE, new ScalarNode(mark, type));
      }
    }
    Node own = fields.remove(PARAMETERS);
    Map<String, Node> parameters = merge(inherited, own);
    Node type = fields.get(TYPE);
    if (type == null) {
      untyped(site, fields, parameters);
    } else if (!isJsonSchema(type)) {
      typed(fields, parameters);
      if (!parameters.isEmpty()) {
        fields.put(PARAMETERS, object(own == null ? mark : own.mark(), parameters));
      }
    }
    return object(mark, fields);
  }

  private Map<String, Node> merge(Map<String, Node> inherited, @Nullable Node own) {
    if (own == null) {
      return new LinkedHashMap<>(inherited);
    }
    if (!(own instanceof ObjectNode written)) {
      problems.add(
          GodwitException.config("manifest.wrong-type", "$parameters must be an object")
              .at(own.mark().place("")));
      return new LinkedHashMap<>(inherited);
    }
    Map<String, Node> weaker = outerWins ? written.fields() : inherited;
    Map<String, Node> merged = new LinkedHashMap<>(weaker);
    merged.putAll(outerWins ? inherited : written.fields());
    return merged;
  }

  /// A component's type is a text: a list is a union of JSON types, an object a property with the
  /// name `type`.
  private static boolean isJsonSchema(Node type) {
    return !(type instanceof ScalarNode scalar) || "object".equals(scalar.value());
  }

  private void untyped(Site site, Map<String, Node> fields, Map<String, Node> parameters) {
    fields.replaceAll((name, value) ->
        value instanceof ObjectNode object && isTrue(object.field(TYPE))
            ? component(site, object, parameters)
            : value);
  }

  private void typed(Map<String, Node> fields, Map<String, Node> parameters) {
    Set<String> injected = new HashSet<>();
    parameters.forEach((name, value) -> {
      if (!isTrue(fields.get(name))) {
        fields.put(name, value);
        injected.add(name);
      }
    });
    String type = fields.get(TYPE) instanceof ScalarNode name ? PythonText.of(name.value()) : "";
    fields.replaceAll((name, value) -> {
      if (value instanceof ScalarNode) {
        return value;
      }
      Node hidden = parameters.remove(name);
      Node inside = inside(new Site(type, name), value, parameters);
      if (isTrue(hidden)) {
        boolean sameList = injected.contains(name) && inside instanceof ListNode;
        parameters.put(name, sameList ? inside : hidden);
      }
      return inside;
    });
  }

  private Node inside(Site site, Node value, Map<String, Node> parameters) {
    return switch (value) {
      case ObjectNode object -> component(site, object, parameters);
      case ListNode list -> {
        List<Node> elements = new ArrayList<>(list.elements());
        elements.replaceAll(element ->
            element instanceof ObjectNode object ? component(site, object, parameters) : element);
        yield new ListNode(list.mark(), Collections.unmodifiableList(elements));
      }
      case ScalarNode scalar -> scalar;
    };
  }

  private static boolean isTrue(@Nullable Node node) {
    return switch (node) {
      case null -> false;
      case ObjectNode object -> !object.fields().isEmpty();
      case ListNode list -> !list.elements().isEmpty();
      case ScalarNode scalar ->
          switch (scalar.value()) {
            case null -> false;
            case Boolean bool -> bool;
            case String text -> !text.isEmpty();
            case Number number -> number.doubleValue() != 0;
            default -> true;
          };
    };
  }

  private static ObjectNode object(Mark mark, Map<String, Node> fields) {
    return new ObjectNode(mark, Collections.unmodifiableMap(fields));
  }
}
