package dev.godwit.manifest.internal.spec;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The properties that a request asks the API for.
public record QueryProperties(
    Origin origin,
    PropertyListSpec propertyList,
    @OrEmpty List<String> alwaysIncludeProperties,
    @Nullable PropertyChunking propertyChunking,
    @Nullable JsonSchemaPropertySelector propertySelector)
    implements RequestParameterSpec {
  /// Asks in several requests when there are more properties than one may hold.
  ///
  /// @param propertyLimit null when absent
  public record PropertyChunking(
      Origin origin,
      PropertyLimitType propertyLimitType,
      @Nullable Integer propertyLimit,
      @Nullable GroupByKeyMergeStrategy recordMergeStrategy)
      implements Component {}

  /// What a limit of properties counts.
  public enum PropertyLimitType implements WireValue {
    CHARACTERS,
    PROPERTY_COUNT;

    @Override
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Puts the rows of several requests together by the value of a key.
  public record GroupByKeyMergeStrategy(Origin origin, @OrSingle List<String> key)
      implements Component {}

  /// Keeps the properties that the stream's chosen schema has.
  public record JsonSchemaPropertySelector(
      Origin origin, @OrEmpty List<TransformationSpec> transformations) implements Component {}
}
