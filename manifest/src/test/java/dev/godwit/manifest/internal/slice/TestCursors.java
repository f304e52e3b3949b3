package dev.godwit.manifest.internal.slice;

import dev.godwit.core.json.JsonWriter;
import dev.godwit.manifest.internal.bind.ManifestLoader;
import dev.godwit.manifest.internal.spec.DeclarativeSource;
import dev.godwit.manifest.internal.spec.DeclarativeStream;
import dev.godwit.manifest.internal.template.Scope;
import dev.godwit.manifest.internal.template.TemplateEnvironment;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Makes cursors' rules out of what stands under `incremental_sync`.
final class TestCursors {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2024-03-10T12:30:15.250Z"), ZoneOffset.UTC);

  private TestCursors() {}

  static CursorRules compile(Map<String, @Nullable Object> incrementalSync) {
    String manifest =
        """
        version: 6.0.0
        type: DeclarativeSource
        check: {type: CheckStream, stream_names: [items]}
        streams:
        - type: DeclarativeStream
          name: items
          retriever:
            type: SimpleRetriever
            requester: {type: HttpRequester, url_base: "http://a.example"}
            record_selector: {type: RecordSelector, extractor: {type: DpathExtractor, field_path: []}}
          incremental_sync:
        """
            + "    "
            + JsonWriter.text(incrementalSync)
            + "\n";
    DeclarativeSource source = ManifestLoader.load("cursor.yaml", manifest).value();
    DeclarativeStream stream = (DeclarativeStream) source.streams().getFirst();
    Scope scope = Scope.of(Map.of(), new TemplateEnvironment(NOW, new Random(1)));
    return new CursorCompiler(scope)
        .compile(Objects.requireNonNull(stream.incrementalSync()), List.of());
  }
}
