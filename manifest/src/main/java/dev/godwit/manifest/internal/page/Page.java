package dev.godwit.manifest.internal.page;

import dev.godwit.core.Slice;
import dev.godwit.manifest.internal.decode.Body;
import dev.godwit.manifest.internal.http.Response;
import dev.godwit.manifest.internal.record.LastRow;
import org.jspecify.annotations.Nullable;

/// A page that was read, as the strategy for the next one sees it.
///
/// @param body the decoded response; decoded only when asked for
/// @param extracted rows that the API returned
/// @param selected rows that passed the filter
/// @param lastRow the last row that passed; null where none did
/// @param reducedSize the size that was asked for where it is not the configured one, else null
public record Page(
    Response response,
    Body body,
    int extracted,
    int selected,
    @Nullable LastRow lastRow,
    Slice slice,
    @Nullable Long reducedSize) {}
