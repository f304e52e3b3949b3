package dev.godwit.protocol;

import dev.godwit.core.Connector;
import dev.godwit.core.ConnectorSpec;
import dev.godwit.protocol.Arguments.Flag;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Which source a command is for.
sealed interface Choice {
  Usage usage();

  ConnectorSpec spec(Arguments arguments);

  Inputs inputs(Arguments arguments);

  /// The one whose manifest comes with the arguments or in the configuration.
  record ByManifest(Connectors connectors) implements Choice {
    @Override
    public Usage usage() {
      return Usage.MANIFESTS;
    }

    @Override
    public ConnectorSpec spec(Arguments arguments) {
      Path manifest = arguments.find(Flag.MANIFEST_PATH);
      return manifest == null ? GeneralSpec.spec() : connectors.load(manifest, null).spec();
    }

    @Override
    public Inputs inputs(Arguments arguments) {
      return Inputs.read(arguments, connectors);
    }
  }

  /// One that was named before the arguments.
  record Named(Supplier<Connector> connector) implements Choice {
    @Override
    public Usage usage() {
      return Usage.SOURCE;
    }

    @Override
    public ConnectorSpec spec(Arguments arguments) {
      return connector.get().spec();
    }

    @Override
    public Inputs inputs(Arguments arguments) {
      return new Inputs(connector.get(), JsonFile.readObject(arguments.require(Flag.CONFIG)));
    }
  }
}
