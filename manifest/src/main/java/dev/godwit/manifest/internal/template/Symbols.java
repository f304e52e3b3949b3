package dev.godwit.manifest.internal.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the names of one block live: each name has a slot in the frame, and each slot that the
/// block brings in says how it is filled when the block begins. Follows Jinja's rules to the
/// letter, since they decide which names a template needs from outside.
final class Symbols {
  /// How a slot is filled on entry.
  sealed interface Load {
    /// By the block itself: a loop variable or parameter.
    record Parameter() implements Load {}

    /// From the template's scope.
    record FromScope(String name) implements Load {}

    /// From the slot of an outer block.
    record Copy(int slot) implements Load {}

    /// With nothing.
    record Nothing() implements Load {}
  }

  /// Numbers the slots of one template.
  static final class Slots {
    private final Map<String, Integer> numbers = new HashMap<>();

    int number(int level, String name) {
      return numbers.computeIfAbsent(level + ":" + name, _ -> numbers.size());
    }

    int count() {
      return numbers.size();
    }
  }

  private final Slots slots;
  private final @Nullable Symbols parent;
  private final int level;
  private final Map<String, Integer> refs = new LinkedHashMap<>();
  private final Map<Integer, Load> loads = new LinkedHashMap<>();
  private final Set<String> stores = new HashSet<>();

  private Symbols(Slots slots, @Nullable Symbols parent, int level) {
    this.slots = slots;
    this.parent = parent;
    this.level = level;
  }

  static Symbols root(Slots slots) {
    return new Symbols(slots, null, 0);
  }

  Symbols inner() {
    return new Symbols(slots, this, level + 1);
  }

  private Symbols copy() {
    Symbols copy = new Symbols(slots, parent, level);
    copy.refs.putAll(refs);
    copy.loads.putAll(loads);
    copy.stores.addAll(stores);
    return copy;
  }

  Map<Integer, Load> loads() {
    return loads;
  }

  private @Nullable Integer find(String name) {
    Integer own = refs.get(name);
    return own != null || parent == null ? own : parent.find(name);
  }

  /// The slot of a name that was analysed before.
  int slot(String name) {
    Integer slot = find(name);
    if (slot == null) {
      throw new IllegalStateException("name was not analysed: " + name);
    }
    return slot;
  }

  /// Whether the block that brings `name` in also writes to it.
  boolean isStored(String name) {
    if (parent == null || refs.containsKey(name)) {
      return stores.contains(name);
    }
    return parent.isStored(name);
  }

  /// How a slot was filled where it was brought in.
  @Nullable Load loadOf(int slot) {
    Load own = loads.get(slot);
    return own != null || parent == null ? own : parent.loadOf(slot);
  }

  private void define(String name, Load load) {
    int slot = slots.number(level, name);
    refs.put(name, slot);
    loads.put(slot, load);
  }

  int parameter(String name) {
    stores.add(name);
    define(name, new Load.Parameter());
    return slot(name);
  }

  void load(String name) {
    if (find(name) == null) {
      define(name, new Load.FromScope(name));
    }
  }

  void store(String name) {
    stores.add(name);
    if (refs.containsKey(name)) {
      return;
    }
    Integer outer = parent == null ? null : parent.find(name);
    define(name, outer == null ? new Load.Nothing() : new Load.Copy(outer));
  }

  void analyse(Collection<Stmt> body) {
    body.forEach(this::analyse);
  }

  private void analyse(Stmt statement) {
    switch (statement) {
      case Stmt.Text _, Stmt.Scoped _ -> {}
      case Stmt.Print print -> expression(print.value());
      case Stmt.If choice -> analyseIf(choice);
      case Stmt.For loop -> expression(loop.items());
      case Stmt.Assign assign -> {
        expression(assign.value());
        target(assign.target());
      }
      case Stmt.AssignBlock assign -> target(assign.target());
      case Stmt.With with -> with.values().forEach(this::expression);
      case Stmt.FilterBlock block -> expression(block.filters());
      case Stmt.Macro macro -> store(macro.name());
      case Stmt.CallBlock block -> expression(block.call());
      case Stmt.Load load -> load.names().forEach(this::store);
    }
  }

  /// Each branch is looked at on its own; what any of them stores is afterwards stored or taken
  /// from outside.
  private void analyseIf(Stmt.If choice) {
    List<Stmt.Branch> branches = choice.branches();
    expression(branches.getFirst().test());
    Symbols body = copy();
    body.analyse(branches.getFirst().body());
    Symbols elseIfs = copy();
    for (Stmt.Branch branch : branches.subList(1, branches.size())) {
      elseIfs.analyseIf(new Stmt.If(List.of(branch), List.of()));
    }
    Symbols otherwise = copy();
    otherwise.analyse(choice.otherwise());
    merge(List.of(body, elseIfs, otherwise));
  }

  private void merge(List<Symbols> branches) {
    Set<String> stored = new HashSet<>();
    branches.forEach(branch -> stored.addAll(branch.stores));
    stored.removeAll(stores);
    for (Symbols branch : branches) {
      refs.putAll(branch.refs);
      loads.putAll(branch.loads);
      stores.addAll(branch.stores);
    }
    for (String name : stored) {
      Integer outer = parent == null ? null : parent.find(name);
      loads.put(slot(name), outer == null ? new Load.FromScope(name) : new Load.Copy(outer));
    }
  }

  void target(Stmt.Target target) {
    switch (target) {
      case Stmt.Target.Name name -> store(name.name());
      case Stmt.Target.Attribute attribute -> load(attribute.namespace());
      case Stmt.Target.Unpack unpack -> unpack.targets().forEach(this::target);
    }
  }

  void parameters(Stmt.Target target) {
    switch (target) {
      case Stmt.Target.Name name -> parameter(name.name());
      case Stmt.Target.Attribute attribute -> load(attribute.namespace());
      case Stmt.Target.Unpack unpack -> unpack.targets().forEach(this::parameters);
    }
  }

  void expression(Expr expression) {
    Children.names(expression, new ArrayList<>()).forEach(this::load);
  }
}
