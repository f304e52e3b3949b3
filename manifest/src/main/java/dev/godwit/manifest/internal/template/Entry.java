package dev.godwit.manifest.internal.template;

import static dev.godwit.manifest.internal.python.Missing.MISSING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fills the slots that a block brings in, each time the block begins.
@FunctionalInterface
interface Entry {
  void enter(Frame frame);

  /// The entry of a block with these names.
  ///
  /// @param used slots that something reads; others stay as they are
  static Entry of(Symbols symbols, Set<Integer> used) {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<Integer, Symbols.Load> load : symbols.loads().entrySet()) {
      int slot = load.getKey();
      if (!used.contains(slot)) {
        continue;
      }
      switch (load.getValue()) {
        case Symbols.Load.Parameter _ -> {}
        case Symbols.Load.FromScope(String name) ->
            entries.add(frame -> frame.slot(slot, Names.resolve(name, frame)));
        case Symbols.Load.Copy(int outer) -> {
          used.add(outer);
          entries.add(frame -> frame.slot(slot, frame.slot(outer)));
        }
        case Symbols.Load.Nothing _ -> entries.add(frame -> frame.slot(slot, MISSING));
      }
    }
    Entry[] order = entries.toArray(new Entry[0]);
    return frame -> {
      for (Entry entry : order) {
        entry.enter(frame);
      }
    };
  }
}
