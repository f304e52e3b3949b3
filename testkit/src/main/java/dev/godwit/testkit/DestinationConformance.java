package dev.godwit.testkit;

import dev.godwit.core.Destination;
import dev.godwit.core.catalog.WriteMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What a destination has to do, as tests: whoever writes one extends this class and says how to
/// open it. Modes that the destination does not offer are left out.
public abstract class DestinationConformance {
  @TempDir Path folder;
  private int places;

  /// A destination without any rows.
  ///
  /// @param place a folder of its own, which does not exist yet; its name serves as the name of a
  ///   schema or the like, too
  protected abstract TestedDestination create(Path place);

  private Set<WriteMode> modes() {
    try (Destination destination = create(folder.resolve("modes")).open()) {
      return destination.writeModes();
    }
  }

  /// Values, names and numbers of rows and columns: each scenario in each mode that it is meant
  /// for, twice.
  @TestFactory
  final Stream<DynamicTest> whatIsSentLands() {
    List<Scenario> scenarios = new ArrayList<>(ValueScenarios.all());
    Set<WriteMode> modes = modes();
    scenarios.addAll(TableScenarios.all(create(folder.resolve("names")).longestName()));
    return scenarios.stream()
        .flatMap(scenario ->
            scenario.modes().stream()
                .filter(modes::contains)
                .map(mode ->
                    DynamicTest.dynamicTest(
                        scenario.title() + ", " + mode.wireName(),
                        () -> new ScenarioCheck(fresh(), scenario, mode).run())));
  }

  /// Tables and states after runs that end well, fail or are cancelled, in each mode.
  @TestFactory
  final Stream<DynamicTest> everyModeKeepsItsPromise() {
    Set<WriteMode> modes = modes();
    return WriteModeCase.all().stream()
        .filter(expected -> modes.contains(expected.mode()))
        .map(expected ->
            DynamicTest.dynamicTest(
                expected.title() + ", " + expected.mode().wireName(),
                () -> new WriteModeCheck(fresh(), expected).run()));
  }

  /// Streams that change between two runs, under each policy that there is for the change.
  @TestFactory
  final Stream<DynamicTest> everyPolicyKeepsItsPromise() {
    Set<WriteMode> modes = modes();
    return SchemaChangeCase.all().stream()
        .filter(expected -> modes.contains(expected.mode()))
        .map(expected ->
            DynamicTest.dynamicTest(
                expected.title(), () -> new SchemaChangeCheck(fresh(), expected).run()));
  }

  /// What readers see during a run, what an abort leaves, whether streams stay apart.
  @TestFactory
  final Stream<DynamicTest> runsKeepTheirRowsTogether() {
    return RunCheck.all(modes()).entrySet().stream()
        .map(check -> DynamicTest.dynamicTest(check.getKey(), () -> check.getValue().run(fresh())));
  }

  private TestedDestination fresh() {
    return create(folder.resolve("place" + places++));
  }
}
