package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.PARAMETERS;

import java.util.List;

/// What stands in a manifest's list of streams.
public sealed interface StreamSpec extends Component
    permits StreamSpec.ConditionalStreams, StreamTemplateSpec {
  /// Streams that exist only if a condition on the configuration holds.
  record ConditionalStreams(
      Origin origin, @Scope({CONFIG, PARAMETERS}) String condition, List<DeclarativeStream> streams)
      implements StreamSpec {}
}
