package dev.godwit.manifest.internal.template;

import dev.godwit.manifest.internal.python.Members;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the text of a template tells about it before it runs.
final class TemplateFacts {
  private final CompiledTemplate template;
  private final boolean constant;
  private final boolean repeatable;
  private final boolean parameters;
  private final Map<String, Reads> reads = new ConcurrentHashMap<>();

  TemplateFacts(CompiledTemplate template) {
    this.template = template;
    this.parameters = template.undeclared().contains("parameters");
    this.repeatable = isRepeatable(template.statements());
    this.constant = template.undeclared().isEmpty() && !template.namesStreamState() && repeatable;
  }

  boolean namesParameters() {
    return parameters;
  }

  boolean isConstant() {
    return constant;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  private static boolean isRepeatable(List<Stmt> statements) {
    List<String> names = new ArrayList<>();
    List<Expr> random = new ArrayList<>();
    Children.expressions(
        statements,
        expression -> {
          Children.names(expression, names);
          collectRandom(expression, random);
        });
    return random.isEmpty() && names.stream().noneMatch(Globals.CHANGING::contains);
  }

  private static void collectRandom(Expr expression, List<Expr> found) {
    if (expression instanceof Expr.Filter filter && filter.name().equals("random")) {
      found.add(filter);
    }
    Children.of(expression).forEach(part -> collectRandom(part, found));
  }

  Reads reads(String root) {
    return reads.computeIfAbsent(root, this::find);
  }

  private Reads find(String root) {
    Set<String> keys = new LinkedHashSet<>();
    boolean[] everything = {false};
    Children.expressions(
        template.statements(), expression -> everything[0] |= !onlyKeys(expression, root, keys));
    return everything[0] ? new Reads.Everything() : new Reads.Keys(keys);
  }

  /// Notes the keys under which `expression` looks into `root`; false when it may see more.
  private static boolean onlyKeys(Expr expression, String root, Set<String> keys) {
    String key = keyRead(expression, root);
    if (key != null) {
      keys.add(key);
      return rest(expression).stream().allMatch(part -> onlyKeys(part, root, keys));
    }
    if (expression instanceof Expr.Name(String name)) {
      return !name.equals(root);
    }
    return Children.of(expression).stream().allMatch(part -> onlyKeys(part, root, keys));
  }

  private static @Nullable String keyRead(Expr expression, String root) {
    if (expression instanceof Expr.Attribute attribute && isRoot(attribute.target(), root)) {
      return Members.isDictMethod(attribute.name()) ? null : attribute.name();
    }
    if (expression instanceof Expr.Item item && isRoot(item.target(), root)) {
      return text(item.key());
    }
    boolean get =
        expression instanceof Expr.Call call
            && call.target() instanceof Expr.Attribute method
            && isRoot(method.target(), root)
            && method.name().equals("get")
            && !call.arguments().positional().isEmpty();
    return get ? text(((Expr.Call) expression).arguments().positional().getFirst()) : null;
  }

  private static boolean isRoot(Expr expression, String root) {
    return expression instanceof Expr.Name(String name) && name.equals(root);
  }

  private static @Nullable String text(Expr key) {
    return key instanceof Expr.Constant constant && constant.value() instanceof String text
        ? text
        : null;
  }

  /// The parts of a reading expression that are not the variable itself.
  private static List<Expr> rest(Expr expression) {
    return expression instanceof Expr.Call call
        ? call.arguments().all().subList(1, call.arguments().all().size())
        : List.of();
  }
}
