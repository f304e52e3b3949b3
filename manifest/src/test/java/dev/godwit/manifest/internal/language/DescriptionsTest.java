package dev.godwit.manifest.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DescriptionsTest {
  @Test
  void everyComponentAndEveryFieldHasOneAndNothingElseHas() {
    Set<String> expected = new TreeSet<>();
    for (ComponentForm component : Language.read().components()) {
      expected.add(component.name() + "._");
      component.fields().forEach(field -> expected.add(component.name() + "." + field.name()));
    }

    assertThat(Descriptions.read().keys()).containsExactlyElementsOf(expected);
  }

  @Test
  void everyOneIsMadeOfSentences() {
    for (ComponentForm component : Language.read().components()) {
      assertThat(component.purpose()).matches("\\p{Lu}.*\\.");
      assertThat(component.fields())
          .extracting(FieldForm::purpose)
          .allMatch(text -> text.matches("\\p{Lu}.*\\."));
    }
  }
}
