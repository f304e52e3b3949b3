package dev.godwit.manifest.internal.spec;

import static dev.godwit.manifest.internal.spec.Variable.CONFIG;
import static dev.godwit.manifest.internal.spec.Variable.NEXT_PAGE_TOKEN;
import static dev.godwit.manifest.internal.spec.Variable.RECORD;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_INTERVAL;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_PARTITION;
import static dev.godwit.manifest.internal.spec.Variable.STREAM_SLICE;

/// Which rows go on.
public sealed interface RecordFilterSpec extends Component {
  /// Those for which a template is true.
  record RecordFilter(
      Origin origin,
      @Scope({CONFIG, NEXT_PAGE_TOKEN, RECORD, STREAM_INTERVAL, STREAM_PARTITION, STREAM_SLICE})
          @Default("''")
          String condition)
      implements RecordFilterSpec {}

  /// A filter that a class outside the manifest implements.
  @OpenFields
  record CustomRecordFilter(Origin origin, String className) implements RecordFilterSpec {}
}
