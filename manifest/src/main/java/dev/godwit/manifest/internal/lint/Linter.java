package dev.godwit.manifest.internal.lint;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.bind.BindingListener;
import dev.godwit.manifest.internal.bind.BoundField;
import dev.godwit.manifest.internal.bind.ManifestBinder;
import dev.godwit.manifest.internal.bind.ManifestLoader;
import dev.godwit.manifest.internal.bind.UnknownField;
import dev.godwit.manifest.internal.document.KeyMarks;
import dev.godwit.manifest.internal.document.Node;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.YamlReader;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.lint.Finding;
import dev.godwit.manifest.lint.LintCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks through one manifest. Each step goes on after problems as far as it can, so that one run
/// tells as many as possible.
public final class Linter {
  private final KeyMarks keys = new KeyMarks();
  private final Findings findings;
  private final String file;
  private final String text;

  private Linter(String file, String text) {
    this.file = file;
    this.text = text;
    this.findings = new Findings(file, new SourceText(text, keys));
  }

  /// Everything that is found in a text, in its order.
  ///
  /// @param file the name that findings give for the text
  public static List<Finding> lint(String file, String text) {
    Linter linter = new Linter(file, text);
    try {
      linter.look();
    } catch (GodwitException fatal) {
      linter.findings.add(fatal);
    }
    return linter.findings.inOrder();
  }

  /// Everything that is found in a file.
  ///
  /// @param name the name that findings give for the file
  /// @throws GodwitException CONFIG when the file cannot be read
  public static List<Finding> lint(String name, Path file) {
    String text;
    try {
      text = YamlReader.text(file);
    } catch (GodwitException unreadable) {
      if (unreadable.place().file() == null) {
        throw unreadable;
      }
      Linter linter = new Linter(name, "");
      linter.findings.add(unreadable);
      return linter.findings.inOrder();
    }
    return lint(name, text);
  }

  private void look() {
    Node document = YamlReader.read(file, text, findings::add, keys);
    keys.repeated()
        .forEach(key ->
            findings.add(
                LintCode.DUPLICATE_KEY,
                key.mark(),
                "",
                "the field " + key.name() + " was written before; only this one counts"));
    ObjectNode prepared = ManifestLoader.prepare(document, findings::add);
    Listener listener = new Listener();
    List<UnknownField> unknown =
        ManifestBinder.inspect(prepared, DeclarativeSource.class, "", listener);
    if (document instanceof ObjectNode written) {
      Rule.all(
          new LintedManifest(
              written,
              prepared,
              listener.fields,
              TemplateText.in(listener.fields),
              listener.components,
              unknown),
          findings);
    }
  }

  /// Keeps every field and component that could be bound.
  private final class Listener implements BindingListener {
    private final List<BoundField> fields = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();

    @Override
    public void add(GodwitException problem) {
      findings.add(problem);
    }

    @Override
    public void field(BoundField field) {
      fields.add(field);
    }

    @Override
    public void component(Component component) {
      components.add(component);
    }
  }
}
