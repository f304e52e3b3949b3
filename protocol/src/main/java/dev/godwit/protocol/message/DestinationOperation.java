package dev.godwit.protocol.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One way in which a destination can write one of its objects.
///
/// @param objectName never empty
/// @param matchingKeys fields that tell rows apart, one list each way; empty where none are needed
public record DestinationOperation(
    String objectName,
    DestinationSyncMode syncMode,
    Map<String, @Nullable Object> jsonSchema,
    List<List<String>> matchingKeys) {
  /// Written out because compact constructors do not carry type annotations into class files.
  public DestinationOperation(
      String objectName,
      DestinationSyncMode syncMode,
      Map<String, @Nullable Object> jsonSchema,
      List<List<String>> matchingKeys) {
    if (objectName.isEmpty()) {
      throw new IllegalArgumentException("an object of a destination needs a name");
    }
    this.objectName = objectName;
    this.syncMode = syncMode;
    this.jsonSchema = jsonSchema;
    this.matchingKeys = matchingKeys.stream().map(List::copyOf).toList();
  }
}
