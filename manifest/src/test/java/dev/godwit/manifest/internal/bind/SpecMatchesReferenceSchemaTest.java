package dev.godwit.manifest.internal.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.godwit.manifest.internal.Reference;
import dev.godwit.manifest.internal.bind.ComponentSchema.Definition;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import dev.godwit.manifest.internal.document.YamlReader;
import dev.godwit.manifest.internal.spec.Default;
import dev.godwit.manifest.internal.spec.OrEmpty;
import dev.godwit.manifest.internal.spec.Scope;
import dev.godwit.manifest.internal.spec.Superseded;
import dev.godwit.manifest.internal.spec.Variable;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Compares the records with the component schema of the reference engine, which is the oracle for
/// them.
class SpecMatchesReferenceSchemaTest {
  /// Definitions that are values in the records that use them.
  private static final Set<String> VALUES =
      Set.of("CombineMode", "PrimaryKey", "SchemaNormalization", "Schemas", "ValueType");

  /// Records for objects that the schema writes where they are used: definition and property.
  private static final Map<String, List<String>> INLINE =
      Map.of(
          "Clamping", List.of("DatetimeBasedCursor", "clamping"),
          "JwtHeaders", List.of("JwtAuthenticator", "jwt_headers"),
          "JwtPayload", List.of("JwtAuthenticator", "jwt_payload"),
          "RefreshTokenUpdater", List.of("OAuthAuthenticator", "refresh_token_updater"),
          "FileUploader", List.of("DeclarativeStream", "file_uploader"),
          "ConfigNormalizationRules", List.of("Spec", "config_normalization_rules"),
          "OauthConnectorInputSpecification",
              List.of("OAuthConfigSpecification", "oauth_connector_input_specification"),
          "OauthScope",
              List.of("OAuthConfigSpecification", "oauth_connector_input_specification", "scopes"),
          "OauthState",
              List.of("OAuthConfigSpecification", "oauth_connector_input_specification", "state"));

  /// Records for what a text or a list means.
  private static final Set<String> FORMS =
      Set.of("CartesianProduct", "CompositeSchemaLoader", "StaticProperties", "TextParameter");

  /// Defaults that the records leave out: null tells more about a key, and an empty list of routers
  /// is none.
  private static final Set<String> UNSTATED_DEFAULTS =
      Set.of("DeclarativeStream.primary_key", "AsyncRetriever.partition_router");

  private static @Nullable ObjectNode reference;

  @BeforeAll
  static void readSchema() {
    assumeTrue(Reference.isPresent(), "no reference engine: set -Dreference.python");
    reference = (ObjectNode) YamlReader.read("schema.json", Reference.run("schema.py", List.of()));
  }

  @Test
  void thereIsOneRecordPerDefinition() {
    Set<String> expected = new TreeSet<>(schema().definitions().keySet());
    expected.removeAll(VALUES);
    expected.addAll(INLINE.keySet());
    expected.addAll(FORMS);
    assertThat(records().keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void typesAreThoseOfTheDefinitions() {
    List<String> differences = new ArrayList<>();
    compared()
        .forEach((record, definition) -> {
          String our = Shape.isUntyped(record) ? null : SpecTypes.name(record);
          if (!Objects.equals(our, definition.type())) {
            differences.add(record + ": ours " + our + ", theirs " + definition.type());
          }
        });
    assertThat(differences).isEmpty();
  }

  @Test
  void fieldsAreThePropertiesOfTheDefinitions() {
    List<String> differences = new ArrayList<>();
    compared()
        .forEach((record, definition) -> {
          Set<String> our = new TreeSet<>(parts(record).keySet());
          Set<String> their = new TreeSet<>(definition.properties().keySet());
          if (!our.equals(their)) {
            differences.add(record + ": ours " + our + ", theirs " + their);
          }
        });
    assertThat(differences).isEmpty();
  }

  @Test
  void requiredFieldsAreThoseOfTheDefinitions() {
    assertSameByField(
        (name, part) -> isRequired(part),
        (definition, name) -> definition.required().contains(name) && !takesNull(definition, name));
  }

  @Test
  void fieldsTakeWhatThePropertiesTake() {
    ComponentSchema schema = schema();
    Set<String> definitions = schema.components();
    assertSameByField(
        (name, part) -> Shape.of(part, definitions),
        (definition, name) -> schema.shape(property(definition, name)));
  }

  @Test
  void defaultsAreThoseOfTheProperties() {
    assertSameByField(
        (name, part) -> written(part),
        (definition, name) ->
            definition.required().contains(name)
                ? null
                : property(definition, name).get("default"));
  }

  @Test
  void scopesAreTheInterpolationContextsOfTheProperties() {
    assertSameByField(
        (name, part) -> variables(part),
        (definition, name) ->
            new TreeSet<>(
                ComponentSchema.texts(
                    property(definition, name).getOrDefault("interpolation_context", List.of()))));
  }

  @Test
  void supersededFieldsAreTheDeprecatedProperties() {
    assertSameByField(
        (name, part) -> successor(part),
        (definition, name) ->
            property(definition, name)
                .getOrDefault("deprecation_message", "")
                .toString()
                .replaceAll("Use `(.*)` field instead\\.", "$1"));
  }

  @Test
  void defaultTypesAreThoseOfTheReference() {
    Map<String, Object> tables = tables();
    assertThat(SpecDefaults.TYPES.plain()).isEqualTo(tables.get("default_types"));
    assertThat(SpecDefaults.TYPES.custom()).isEqualTo(tables.get("custom_types"));
  }

  private static void assertSameByField(
      BiFunction<String, RecordComponent, @Nullable Object> ours,
      BiFunction<Definition, String, @Nullable Object> theirs) {
    List<String> differences = new ArrayList<>();
    compared()
        .forEach((record, definition) ->
            parts(record)
                .forEach((name, part) -> {
                  String field = record.getSimpleName() + "." + name;
                  Object our = ours.apply(name, part);
                  Object their = theirs.apply(definition, name);
                  boolean unstated = our == null && UNSTATED_DEFAULTS.contains(field);
                  if (!unstated && !String.valueOf(our).equals(String.valueOf(their))) {
                    differences.add(field + ": ours " + our + ", theirs " + their);
                  }
                }));
    assertThat(differences).isEmpty();
  }

  private static Map<Class<?>, Definition> compared() {
    Map<Class<?>, Definition> pairs = new LinkedHashMap<>();
    records()
        .forEach((name, record) -> {
          if (!FORMS.contains(name)) {
            pairs.put(record, definition(name));
          }
        });
    return pairs;
  }

  private static Definition definition(String name) {
    List<String> way = INLINE.get(name);
    if (way == null) {
      return Objects.requireNonNull(schema().definitions().get(name), name);
    }
    Definition definition = Objects.requireNonNull(schema().definitions().get(way.getFirst()));
    for (String step : way.subList(1, way.size())) {
      Map<String, Object> property = property(definition, step);
      Object items = property.get("items");
      definition = new Definition(items == null ? property : ComponentSchema.object(items));
    }
    return definition;
  }

  private static Map<String, Object> property(Definition definition, String name) {
    return Objects.requireNonNull(definition.properties().get(name), name);
  }

  private static Map<String, RecordComponent> parts(Class<?> record) {
    Map<String, RecordComponent> parts = new LinkedHashMap<>();
    Arrays.stream(record.getRecordComponents())
        .skip(1)
        .forEach(part -> parts.put(SpecTypes.name(part), part));
    return parts;
  }

  private static boolean isRequired(RecordComponent part) {
    return !part.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !part.isAnnotationPresent(Default.class)
        && !part.isAnnotationPresent(OrEmpty.class);
  }

  private static boolean takesNull(Definition definition, String name) {
    return property(definition, name).get("type") instanceof List<?> types
        && types.contains("null");
  }

  private static @Nullable Object written(RecordComponent part) {
    Default value = part.getAnnotation(Default.class);
    return value == null ? null : YamlReader.read("default", value.value()).plain();
  }

  private static Set<String> variables(RecordComponent part) {
    Scope scope = part.getAnnotation(Scope.class);
    return scope == null
        ? Set.of()
        : Arrays.stream(scope.value())
            .map(Variable::wire)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String successor(RecordComponent part) {
    Superseded superseded = part.getAnnotation(Superseded.class);
    return superseded == null ? "" : superseded.by();
  }

  private static Map<String, Class<?>> records() {
    return ManifestBinder.components().stream()
        .collect(
            Collectors.toMap(
                Class::getSimpleName, record -> record, (one, _) -> one, TreeMap::new));
  }

  private static ComponentSchema schema() {
    return ComponentSchema.of(
        ComponentSchema.object(Objects.requireNonNull(tables().get("schema"))));
  }

  private static Map<String, Object> tables() {
    return ComponentSchema.object(Objects.requireNonNull(reference).plain());
  }
}
