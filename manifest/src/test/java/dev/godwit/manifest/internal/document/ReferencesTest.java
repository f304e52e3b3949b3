package dev.godwit.manifest.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.document.Node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  @Test
  void aBareReferenceIsReplacedWhereverItStands() {
    assertThat(resolved("{a: {b: 1}, use: ['#/a', {deep: '#/a/b'}]}", "use"))
        .hasToString("[{b=1}, {deep=1}]");
  }

  @Test
  void fieldsBesideAReferenceReplaceThoseOfItsTargetWhole() {
    assertThat(resolved("{a: {x: {k: 1, l: 2}, y: 3}, use: {x: {k: 9}, $ref: '#/a', z: 4}}", "use"))
        .hasToString("{x={k=9}, y=3, z=4}");
  }

  @Test
  void fieldsBesideAReferenceToAScalarAreDropped() {
    assertThat(resolved("{a: 7, use: {$ref: '#/a', x: 1}}", "use")).isEqualTo(7L);
  }

  @Test
  void referencesInTargetsAreResolved() {
    assertThat(resolved("{a: {x: '#/b'}, b: {$ref: '#/c', y: 1}, c: {z: 2}, use: '#/a'}", "use"))
        .hasToString("{x={z=2, y=1}}");
  }

  @Test
  void theWholeRestOfAPathIsTriedAsANameFirst() {
    String document = "{a: {b: {c: nested}}, 'a/b': {c: whole}, x: {'b/c': inner, b: {c: 1}}, ";
    assertThat(resolved(document + "use: '#/a/b/c'}", "use")).isEqualTo("nested");
    assertThat(resolved(document + "use: '#/a/b'}", "use")).hasToString("{c=whole}");
    assertThat(resolved(document + "use: '#/x/b/c'}", "use")).isEqualTo("inner");
  }

  @Test
  void numbersIndexListsFromEitherEnd() {
    assertThat(resolved("{a: [{x: 1}, {x: 2}], use: ['#/a/0/x', '#/a/-1/x']}", "use"))
        .hasToString("[1, 2]");
  }

  @Test
  void aNumberNamesAFieldOnlyAtTheEndOfAPath() {
    assertThat(resolved("{a: {'7': {x: 1}}, use: '#/a/7'}", "use")).hasToString("{x=1}");
    assertThat(refusal("{a: {'7': {x: 1}}, use: '#/a/7/x'}").code())
        .isEqualTo("manifest.undefined-reference");
  }

  @Test
  void nothingIsEscapedInPaths() {
    assertThat(resolved("{'a~1b%20c': 1, use: '#/a~1b%20c'}", "use")).isEqualTo(1L);
  }

  @Test
  void configurationValuesAreNoReferences() {
    assertThat(resolved("{use: {config_overrides: {a: '#/nowhere'}}}", "use"))
        .hasToString("{config_overrides={a=#/nowhere}}");
  }

  @Test
  void otherTextsInARefStandForTheObject() {
    assertThat(resolved("{use: {$ref: other.json, x: 1}}", "use")).isEqualTo("other.json");
  }

  @Test
  void aReferenceToNothingSaysWhereItIsAndWhatWasMeant() {
    GodwitException error = refusal("definitions: {stream: {}}\nuse:\n  - '#/definitions/steam'\n");
    assertThat(error.code()).isEqualTo("manifest.undefined-reference");
    assertThat(error.describe())
        .isEqualTo(
            "m:3:5: the reference #/definitions/steam points at nothing\n"
                + "Did you mean #/definitions/stream?");
  }

  @Test
  void aReferenceThroughAReferencePointsAtNothing() {
    assertThat(refusal("{a: {$ref: '#/b'}, b: {c: 1}, use: '#/a/c'}").code())
        .isEqualTo("manifest.undefined-reference");
  }

  @Test
  void aCircleIsRefusedWithItsWay() {
    GodwitException error = refusal("a: {x: '#/b'}\nb: {$ref: '#/c'}\nc:\n  y: '#/a'\n");
    assertThat(error.code()).isEqualTo("manifest.circular-reference");
    assertThat(error.message()).endsWith("#/b -> #/c -> #/a -> #/b");
    assertThat(error.place().line()).isEqualTo(1);
  }

  @Test
  void theRootContainsItselfWhenItRefersToItself() {
    assertThat(refusal("{a: '#/'}").code()).isEqualTo("manifest.circular-reference");
  }

  @Test
  void usesOfOneReferenceShareWhatItResolvesTo() {
    ObjectNode root =
        (ObjectNode)
            References.resolve(YamlReader.read("m", "{a: {b: '#/c'}, c: 1, x: '#/a', y: '#/a'}"));
    assertThat(root.field("x")).isSameAs(root.field("y"));
  }

  @Test
  void aDocumentWithoutReferencesStaysAsItIs() {
    Node document = YamlReader.read("m", "{a: [1, {b: c}]}");
    assertThat(References.resolve(document)).isSameAs(document);
  }

  @Test
  void referencesThatMultiplyEachOtherAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: ['#/a%d', '#/a%d', '#/a%d']%n".formatted(i, i - 1, i - 1, i - 1));
    }
    assertThat(refusal(bomb.toString()).code()).isEqualTo("manifest.too-large");
  }

  @Test
  void referencesThatNestEachOtherTooDeepAreRefused() {
    StringBuilder deep = new StringBuilder("a0: x\n");
    for (int i = 1; i < 2000; i++) {
      deep.append("a%d: {b: {c: '#/a%d'}}%n".formatted(i, i - 1));
    }
    assertThat(refusal(deep.toString()).code()).isEqualTo("manifest.too-deep");
  }

  private static @Nullable Object resolved(String text, String field) {
    Object root = References.resolve(YamlReader.read("m", text)).plain();
    return ((Map<?, ?>) Objects.requireNonNull(root)).get(field);
  }

  private static GodwitException refusal(String text) {
    Node document = YamlReader.read("m", text);
    return Objects.requireNonNull(
        catchThrowableOfType(GodwitException.class, () -> References.resolve(document)));
  }
}
