package dev.godwit.protocol.foreign;

import dev.godwit.core.Connector;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.core.Destination;
import dev.godwit.core.Source;
import dev.godwit.core.StreamMemory;
import dev.godwit.core.Surroundings;
import dev.godwit.core.error.GodwitException;
import dev.godwit.protocol.launch.Program;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connector that is a program of its own and speaks the Airbyte protocol. Whether a
/// configuration fits is said by the program itself, when it is checked or run. Thread-safe.
public final class ForeignConnector implements Connector {
  private final String name;
  private final Program program;
  private final Duration silence;
  private final Surroundings world;

  /// @param name what messages call it
  /// @param silence how long the program may say nothing before it is ended; zero for ever
  /// @param world the log that questions go to which need no configuration
  public ForeignConnector(String name, Program program, Duration silence, Surroundings world) {
    this.name = name;
    this.program = program;
    this.silence = silence;
    this.world = world;
  }

  /// Asks the program.
  ///
  /// @throws GodwitException `connector.failed`, `connector.exit`, `connector.no-answer` or
  ///   `connector.silent`
  @Override
  public ConnectorSpec spec() {
    return runs(Map.of(), world).spec().spec();
  }

  @Override
  public Source open(Map<String, @Nullable Object> config, Surroundings surroundings) {
    return new ForeignSource(runs(config, surroundings));
  }

  /// Configures the connector as a destination. Sends no request.
  ///
  /// @param memory keeps states: the program keeps none
  public Destination destination(
      Map<String, @Nullable Object> config, Surroundings surroundings, StreamMemory memory) {
    return new ForeignDestination(runs(config, surroundings), memory, surroundings.clock());
  }

  private Runs runs(Map<String, @Nullable Object> config, Surroundings surroundings) {
    return new Runs(name, program, silence, config, surroundings);
  }
}
