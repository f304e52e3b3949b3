package dev.godwit.session.form;

import dev.godwit.core.error.GodwitException;
import dev.godwit.core.json.JsonParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/// Plain values as YAML: texts of several lines as blocks, and quotes around what could be read as
/// something else than text.
final class YamlText {
  private YamlText() {}

  static String of(Map<String, @Nullable Object> value) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setIndent(2);
    return new Yaml(new Plain(options), options).dump(value);
  }

  private static final class Plain extends Representer {
    Plain(DumperOptions options) {
      super(options);
      representers.put(String.class, text -> text((String) text));
    }

    private Node text(String text) {
      ScalarStyle style =
          text.contains("\n")
              ? ScalarStyle.LITERAL
              : isJson(text) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
      return representScalar(Tag.STR, text, style);
    }

    private static boolean isJson(String text) {
      try {
        JsonParser.STRICT.parse(text);
        return true;
      } catch (GodwitException notJson) {
        return text.isBlank() || text.equals("~");
      }
    }
  }
}
