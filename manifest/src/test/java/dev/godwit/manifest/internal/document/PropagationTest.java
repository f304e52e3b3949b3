package dev.godwit.manifest.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PropagationTest {
  private static final DefaultTypes TYPES =
      new DefaultTypes.Table(
          Map.of("Root.part", "Part", "Root.parts", "Part"), Map.of("Root.part", "CustomPart"));

  @Test
  void componentsWithoutTypeGetTheOneOfTheirField() {
    assertThat(propagated("{type: Root, part: {}, parts: [{a: 1}, 2], other: {}}"))
        .hasToString("{type=Root, part={type=Part}, parts=[{a=1, type=Part}, 2], other={}}");
  }

  @Test
  void componentsWithAClassNameGetTheCustomTypeOfTheirFieldOrNone() {
    assertThat(propagated("{type: Root, part: {class_name: x}, parts: [{class_name: y}]}"))
        .hasToString("{type=Root, part={class_name=x, type=CustomPart}, parts=[{class_name=y}]}");
  }

  @Test
  void parametersGoInwardsAndTheNearestWins() {
    assertThat(
            propagated(
                "{type: Root, $parameters: {a: 1, b: 2}, part: {$parameters: {b: 3}, x: {type:"
                    + " X}}}"))
        .hasToString(
            "{type=Root, part={x={type=X, a=1, b=3, $parameters={a=1, b=3}}, type=Part, a=1, b=3,"
                + " $parameters={a=1, b=3}}, a=1, b=2, $parameters={a=1, b=2}}");
  }

  @Test
  void outerParametersWinWhenAsked() {
    Node root =
        YamlReader.read("m", "{type: Root, $parameters: {a: 1}, part: {$parameters: {a: 2}}}");
    assertThat(Propagation.propagate((ObjectNode) root, TYPES, true).plain())
        .hasToString(
            "{type=Root, part={type=Part, a=1, $parameters={a=1}}, a=1, $parameters={a=1}}");
  }

  @Test
  void parametersReplaceFieldsThatPythonTakesForFalse() {
    assertThat(
            propagated(
                "{type: Root, a: 0, b: '', c: [], d: {}, e: null, f: false, g: 0.0, h: kept,"
                    + " $parameters: {a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1}}"))
        .hasToString(
            "{type=Root, a=1, b=1, c=1, d=1, e=1, f=1, g=1, h=kept,"
                + " $parameters={a=1, b=1, c=1, d=1, e=1, f=1, g=1, h=1}}");
  }

  @Test
  void aParameterIsHiddenFromTheFieldOfItsName() {
    assertThat(propagated("{type: Root, part: {type: P}, $parameters: {part: v, a: 1}}"))
        .hasToString(
            "{type=Root, part={type=P, a=1, $parameters={a=1}}, a=1, $parameters={a=1, part=v}}");
  }

  @Test
  void aHiddenParameterThatIsFalseIsLost() {
    assertThat(propagated("{type: Root, part: {type: P}, $parameters: {part: 0}}"))
        .hasToString("{type=Root, part={type=P}}");
  }

  @Test
  void objectsWithoutTypePassParametersOnlyToTypedObjectsRightInside() {
    assertThat(
            propagated(
                "{type: Root, $parameters: {a: 1}, plain: {in: {type: T}, un: {x: {type: T}}, l:"
                    + " [{type: T}]}}"))
        .hasToString(
            "{type=Root, plain={in={type=T, a=1, $parameters={a=1}}, un={x={type=T}},"
                + " l=[{type=T}]}, a=1, $parameters={a=1}}");
  }

  @Test
  void listsInsideListsAreLeftAlone() {
    assertThat(propagated("{type: Root, $parameters: {a: 1}, parts: [[{b: 1}]]}"))
        .hasToString("{type=Root, parts=[[{b=1}]], a=1, $parameters={a=1}}");
  }

  @Test
  void jsonSchemasLoseTheirParametersAndGetNone() {
    assertThat(
            propagated(
                "{type: Root, $parameters: {a: 1}, one: {type: object, $parameters: {b: 1}}, two:"
                    + " {type: [object, 'null'], x: {type: T}}, three: {type: {type: string}}}"))
        .hasToString(
            "{type=Root, one={type=object}, two={type=[object, null], x={type=T}},"
                + " three={type={type=string}}, a=1, $parameters={a=1}}");
  }

  @Test
  void parametersMustBeAnObject() {
    Node root = YamlReader.read("m", "type: Root\n$parameters: 5\n");
    GodwitException error =
        catchThrowableOfType(
            GodwitException.class, () -> Propagation.propagate((ObjectNode) root, TYPES, false));
    assertThat(Objects.requireNonNull(error).code()).isEqualTo("manifest.wrong-type");
    assertThat(error.place().line()).isEqualTo(2);
  }

  @Test
  void parametersThatMultiplyEachOtherAreRefused() {
    StringBuilder bomb = new StringBuilder("type: Root\n$parameters:\n");
    for (int i = 0; i < 15; i++) {
      bomb.append("  p%d: {type: T}%n".formatted(i));
    }
    Node root = YamlReader.read("m", bomb.toString());
    GodwitException error =
        catchThrowableOfType(
            GodwitException.class, () -> Propagation.propagate((ObjectNode) root, TYPES, false));
    assertThat(Objects.requireNonNull(error).code()).isEqualTo("manifest.too-large");
  }

  private static Map<String, ?> propagated(String text) {
    return Propagation.propagate((ObjectNode) YamlReader.read("m", text), TYPES, false).plain();
  }
}
