package dev.godwit.manifest.internal.slice;

/// A cursor that is a number. A reading is one slice, from the state to infinity.
///
/// @param field name of the cursor in a row
/// @param start where a first reading begins
public record CountRules(String field, long start) implements CursorRules {
  @Override
  public String startKey() {
    return "start";
  }

  @Override
  public String endKey() {
    return "end";
  }

  @Override
  public Admission admission() {
    return Admission.ALL;
  }
}
