package dev.godwit.session.form;

import dev.godwit.config.YamlConfig;
import dev.godwit.core.error.GodwitException;
import dev.godwit.core.error.Place;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads sessions.
public final class SessionFile {
  /// How the names of files with sessions end.
  public static final String ENDING = ".session.yaml";

  private SessionFile() {}

  /// A session out of its text.
  ///
  /// @param file the name that errors give
  /// @throws GodwitException CONFIG `session.malformed` when the text is no session, or one of a
  ///   later version
  public static Session parse(Path file, String text) {
    try {
      SessionFields fields = new SessionFields(new YamlConfig(file).parse(text), "");
      requireVersion(fields);
      return new Session(
          fields.text("connector"),
          fields.textOrNull("components"),
          Instant.parse(fields.text("now")),
          fields.numberOrNull("limit"),
          fields.object("config"),
          fields.list("catalog_exchanges").stream().map(SessionFields::exchange).toList(),
          fields.list("streams").stream().map(SessionFile::stream).toList());
    } catch (DateTimeException e) {
      throw SessionFields.malformed("now is not an instant").at(place(file)).causedBy(e);
    } catch (GodwitException e) {
      throw e.at(place(file));
    }
  }

  private static Place place(Path file) {
    return Place.file(file.toString(), 0, 0, null);
  }

  private static void requireVersion(SessionFields fields) {
    Long version = fields.numberOrNull("godwit_session");
    if (version == null) {
      throw SessionFields.malformed("it has no godwit_session");
    }
    if (version != SessionText.VERSION) {
      throw GodwitException.config(
              "session.version",
              "The session has form %d, and this Godwit knows form %d."
                  .formatted(version, SessionText.VERSION))
          .hint("Use the Godwit that wrote it, or record it again.");
    }
  }

  private static StreamSession stream(SessionFields fields) {
    SessionFields expected = fields.inner("expected");
    Map<String, @Nullable Object> state = fields.objectOrNull("state");
    return new StreamSession(
        fields.text("name"),
        state,
        fields.list("exchanges").stream().map(SessionFields::exchange).toList(),
        expected.expectation());
  }
}
