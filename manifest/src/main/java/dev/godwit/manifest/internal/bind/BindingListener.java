package dev.godwit.manifest.internal.bind;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Problems;
import dev.godwit.manifest.internal.spec.Component;

/// Hears what binding finds. One that does not throw at problems hears of all: the field that has
/// one counts as left out, and a component that cannot be without it is left out itself.
public interface BindingListener extends Problems {
  /// Refuses the first problem and wants to know nothing else.
  BindingListener REFUSE =
      new BindingListener() {
        @Override
        public void add(GodwitException problem) {
          throw problem;
        }

        @Override
        public void field(BoundField field) {}

        @Override
        public void component(Component component) {}
      };

  /// Hears of a field that is present and fits.
  void field(BoundField field);

  /// Hears of a component once all of it is bound, those inside it first.
  void component(Component component);
}
