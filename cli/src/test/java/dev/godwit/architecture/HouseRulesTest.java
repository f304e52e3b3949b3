package dev.godwit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Shows each rule a small house that breaks it.
class HouseRulesTest {
  private static final String ROOT = "dev.godwit.architecture.sample";
  private static final HouseRules RULES = new HouseRules(ROOT);
  private static final JavaClasses SAMPLE = new ClassFileImporter().importPackages(ROOT);

  @Test
  void seesDependenciesAgainstTheDirectionAndBetweenSiblings() {
    assertThat(violationsOf(RULES.modulesDependInOneDirection()))
        .anyMatch(violation -> violation.matches("(?s).*LoudCore.*CuriousManifest.*"))
        .anyMatch(violation -> violation.matches("(?s).*CuriousManifest.*NosyProtocol.*"));
  }

  @Test
  void seesCyclesOfPackages() {
    assertThat(violationsOf(RULES.packagesFormNoCycle())).hasSize(1);
  }

  @Test
  void seesPackagesThatAreNotNullMarked() {
    assertThat(violationsOf(RULES.packagesAreNullMarked()))
        .hasSize(3)
        .allMatch(violation -> violation.contains("is not @NullMarked"))
        .noneMatch(violation -> violation.contains("internal"));
  }

  @Test
  void seesPrintingOutsideTheCommandLine() {
    assertThat(violationsOf(RULES.onlyTheCommandLineUsesStandardStreams()))
        .singleElement()
        .asString()
        .contains("LoudCore.shout");
  }

  @Test
  void seesErrorsWithoutAName() {
    assertThat(violationsOf(RULES.errorsSayWhatTheyAre()))
        .singleElement()
        .asString()
        .contains("LoudCore.shout");
  }

  @Test
  void seesTheInternalsOfAModuleUsedByAnother() {
    assertThat(violationsOf(RULES.internalPackagesStayInTheirModule()))
        .isNotEmpty()
        .allMatch(violation -> violation.contains("NosyProtocol"));
  }

  private static List<String> violationsOf(ArchRule rule) {
    return rule.evaluate(SAMPLE).getFailureReport().getDetails();
  }
}
