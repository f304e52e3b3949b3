package dev.godwit.protocol.message;

/// A field of a row that did not get through as it was.
///
/// @param field its name, or its path in words
public record RecordChange(String field, Change change, Reason reason) {
  public enum Change {
    NULLED,
    TRUNCATED
  }

  public enum Reason {
    SOURCE_RECORD_SIZE_LIMITATION,
    DESTINATION_RECORD_SIZE_LIMITATION,
    PLATFORM_RECORD_SIZE_LIMITATION,
    SOURCE_FIELD_SIZE_LIMITATION,
    DESTINATION_FIELD_SIZE_LIMITATION,
    PLATFORM_FIELD_SIZE_LIMITATION,
    SOURCE_SERIALIZATION_ERROR,
    DESTINATION_SERIALIZATION_ERROR,
    PLATFORM_SERIALIZATION_ERROR,
    SOURCE_RETRIEVAL_ERROR,
    DESTINATION_TYPECAST_ERROR
  }
}
