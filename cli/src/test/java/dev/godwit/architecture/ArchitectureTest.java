package dev.godwit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final HouseRules RULES = new HouseRules("dev.godwit");
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.godwit");

  @Test
  void theWholeHouseIsLookedAt() {
    assertThat(HOUSE)
        .extracting(JavaClass::getName)
        .contains("dev.godwit.core.Source", "dev.godwit.cli.Main");
  }

  @Test
  void modulesDependInOneDirection() {
    RULES.modulesDependInOneDirection().check(HOUSE);
  }

  @Test
  void packagesFormNoCycle() {
    RULES.packagesFormNoCycle().check(HOUSE);
  }

  @Test
  void packagesAreNullMarked() {
    RULES.packagesAreNullMarked().check(HOUSE);
  }

  @Test
  void onlyTheCommandLineUsesStandardStreams() {
    RULES.onlyTheCommandLineUsesStandardStreams().check(HOUSE);
  }

  @Test
  void errorsSayWhatTheyAre() {
    RULES.errorsSayWhatTheyAre().check(HOUSE);
  }

  @Test
  void internalPackagesStayInTheirModule() {
    RULES.internalPackagesStayInTheirModule().check(HOUSE);
  }
}
