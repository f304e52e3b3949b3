package dev.godwit.manifest.internal.decode;

import dev.godwit.core.json.JsonBuffer;
import dev.godwit.core.json.JsonCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// The elements of an array inside a JSON document, without the document.
///
/// @param path names from the root to the array, joined by dots; the elements of an array on the
///   way are called `item`
/// @param encoding by the name that Python gives it
record JsonItems(String path, String encoding) implements Content {
  @Override
  public Bodies open(InputStream bytes) throws IOException {
    if (path.isEmpty()) {
      bytes.close();
      throw Undecodable.because("items_path is empty");
    }
    Charset charset = Encodings.find(encoding);
    InputStream utf8 =
        StandardCharsets.UTF_8.equals(charset)
            ? bytes
            : new Recoded(new BufferedReader(Encodings.strict(bytes, encoding)));
    return new Pieces(new Items(new JsonText(utf8), path + ".item"));
  }

  /// An object or array that is being read.
  ///
  /// @param place names from the root
  private record Level(String place, boolean isObject) {}

  private static final class Items implements Values {
    private final JsonText text;
    private final String wanted;
    private final JsonCheck check = new JsonCheck();
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean begun;
    private boolean first;

    Items(JsonText text, String wanted) {
      this.text = text;
      this.wanted = wanted;
    }

    @Override
    public boolean next(JsonBuffer target) throws IOException {
      if (!begun) {
        begun = true;
        enterRoot();
      }
      while (!levels.isEmpty()) {
        Level level = levels.getFirst();
        if (text.closes(level.isObject() ? '}' : ']', first)) {
          levels.pop();
          first = false;
          continue;
        }
        first = false;
        String name = level.isObject() ? text.key() : "item";
        String place = levels.size() == 1 ? name : level.place() + "." + name;
        if (place.equals(wanted)) {
          copy(target);
          return true;
        }
        enterOrSkip(place);
      }
      text.end();
      return false;
    }

    /// A root that is no container holds no items, but has to be JSON.
    private void enterRoot() throws IOException {
      int bracket = text.peek();
      if (bracket == '{' || bracket == '[') {
        enterOrSkip("");
      } else {
        copy(new JsonBuffer(16));
      }
    }

    private void enterOrSkip(String place) throws IOException {
      int bracket = text.peek();
      boolean leadsOn = place.isEmpty() || wanted.startsWith(place + ".");
      if (leadsOn && (bracket == '{' || bracket == '[')) {
        text.read();
        levels.push(new Level(place, bracket == '{'));
        first = true;
      } else {
        text.skip();
      }
    }

    private void copy(JsonBuffer target) throws IOException {
      int start = target.length();
      text.copy(target);
      if (!check.passes(target.bytes(), start, target.length())) {
        throw JsonText.malformed();
      }
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
