package dev.godwit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The walls of a house whose modules are packages below one root.
///
/// @param root the package that holds the modules, `dev.godwit` for ours
record HouseRules(String root) {
  private static final List<String> MODULES =
      List.of(
          "core", "manifest", "protocol", "mapping", "storage", "registry", "destinations", "cli");

  /// core ← {manifest, protocol, mapping, registry, storage ← destinations} ← library ← cli
  ArchRule modulesDependInOneDirection() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("core")
        .definedBy(packagesOf("core"))
        .layer("manifest")
        .definedBy(packagesOf("manifest"))
        .layer("protocol")
        .definedBy(packagesOf("protocol"))
        .layer("mapping")
        .definedBy(packagesOf("mapping"))
        .layer("storage")
        .definedBy(packagesOf("storage"))
        .layer("registry")
        .definedBy(packagesOf("registry"))
        .layer("destinations")
        .definedBy(packagesOf("destinations"))
        .layer("library")
        .definedBy(library())
        .layer("cli")
        .definedBy(packagesOf("cli"))
        .whereLayer("core")
        .mayNotAccessAnyLayer()
        .whereLayer("manifest")
        .mayOnlyAccessLayers("core")
        .whereLayer("protocol")
        .mayOnlyAccessLayers("core")
        .whereLayer("mapping")
        .mayOnlyAccessLayers("core")
        .whereLayer("storage")
        .mayOnlyAccessLayers("core")
        .whereLayer("registry")
        .mayOnlyAccessLayers("core")
        .whereLayer("destinations")
        .mayOnlyAccessLayers("core", "storage")
        .whereLayer("library")
        .mayOnlyAccessLayers(
            "core", "manifest", "protocol", "mapping", "storage", "registry", "destinations");
  }

  ArchRule packagesFormNoCycle() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  ArchRule packagesAreNullMarked() {
    return classes()
        .should(new BeInNullMarkedPackage())
        .because("null is opted into, package by package");
  }

  ArchRule onlyTheCommandLineUsesStandardStreams() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(packagesOf("cli"))
        .should(ACCESS_STANDARD_STREAMS);
  }

  ArchRule errorsSayWhatTheyAre() {
    return noClasses().should(THROW_GENERIC_EXCEPTIONS);
  }

  ArchRule internalPackagesStayInTheirModule() {
    return classes().should(new KeepOutOfInternals(this::moduleOf));
  }

  private DescribedPredicate<JavaClass> library() {
    return DescribedPredicate.describe(
        "classes of the library", type -> moduleOf(type).equals("library"));
  }

  /// The module a class belongs to, `library` where its package is no other module's; empty for a
  /// class from outside the house.
  private String moduleOf(JavaClass type) {
    if (!resideInAPackage(root + "..").test(type)) {
      return "";
    }
    return MODULES.stream()
        .filter(module -> resideInAPackage(packagesOf(module)).test(type))
        .findFirst()
        .orElse("library");
  }

  private String packagesOf(String module) {
    return root + "." + module + "..";
  }
}
