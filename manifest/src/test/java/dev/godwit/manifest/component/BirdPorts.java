package dev.godwit.manifest.component;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Components in Java that tests have on their class path.
public final class BirdPorts implements ComponentFactory {
  @Override
  public @Nullable JavaComponent create(ComponentContext context) {
    return switch (context.site().className()) {
      case "source_birds.components.Ringed" -> {
        String ring = context.text("ring", "none");
        yield (RecordTransformation) (row, slice) -> ring(row, ring);
      }
      case "source_birds.components.Keyed" -> (RequestAuthenticator) () -> Map.of("X-Key", "k3y");
      default -> null;
    };
  }

  private static void ring(Map<String, @Nullable Object> row, String ring) {
    if (row.get("id") instanceof Long id && id == 3) {
      throw new IllegalStateException("three flies away");
    }
    row.put("ring", ring);
  }
}
