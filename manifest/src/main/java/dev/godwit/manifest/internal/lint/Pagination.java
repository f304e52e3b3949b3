package dev.godwit.manifest.internal.lint;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.spec.Component;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.CursorPagination;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.CustomPaginationStrategy;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.OffsetIncrement;
import dev.godwit.manifest.internal.spec.PaginationStrategySpec.PageIncrement;
import dev.godwit.manifest.internal.spec.PaginatorSpec.DefaultPaginator;
import dev.godwit.manifest.internal.template.Template;
import org.jspecify.annotations.Nullable;

/// Page sizes that are asked for and not given.
final class Pagination implements Rule.OfComponent {
  @Override
  public void check(Component component, Findings findings) {
    if (component instanceof DefaultPaginator paginator
        && paginator.pageSizeOption() != null
        && hasNoPageSize(paginator.paginationStrategy())) {
      findings.inconsistent(
          paginator.origin(),
          "page_size_option",
          "page_size_option needs a page_size in the pagination strategy");
    }
    if (component instanceof CursorPagination cursor && cursor.pageSize() == null) {
      check(cursor, "cursor_value", cursor.cursorValue(), findings);
      check(cursor, "stop_condition", cursor.stopCondition(), findings);
    }
  }

  private static boolean hasNoPageSize(PaginationStrategySpec strategy) {
    return switch (strategy) {
      case PageIncrement pages -> pages.pageSize() == null;
      case OffsetIncrement rows -> rows.pageSize() == null;
      case CursorPagination cursor -> cursor.pageSize() == null;
      case CustomPaginationStrategy _ -> false;
    };
  }

  private static void check(
      CursorPagination cursor, String field, @Nullable String source, Findings findings) {
    if (source != null && names(source)) {
      findings.inconsistent(
          cursor.origin(), field, field + " names page_size, but no page_size is given");
    }
  }

  private static boolean names(String source) {
    try {
      return Template.compile(source).roots().contains("page_size");
    } catch (GodwitException _) {
      return false;
    }
  }
}
