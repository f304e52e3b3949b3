package dev.godwit.manifest.internal.stream;

import dev.godwit.core.error.GodwitException;
import dev.godwit.manifest.internal.custom.CustomParts;
import dev.godwit.manifest.internal.draft.Injection;
import dev.godwit.manifest.internal.python.Repr;
import dev.godwit.manifest.internal.python.Tuple;
import dev.godwit.manifest.internal.slice.GroupingRouter;
import dev.godwit.manifest.internal.slice.ListRouter;
import dev.godwit.manifest.internal.slice.ProductRouter;
import dev.godwit.manifest.internal.slice.Router;
import dev.godwit.manifest.internal.slice.UnionRouter;
import dev.godwit.manifest.internal.spec.Origin;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec.CartesianProduct;
import dev.godwit.manifest.internal.spec.PartitionRouterSpec.GroupingPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.CustomPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.ListPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.ParentStreamConfig;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.SubstreamPartitionRouter;
import dev.godwit.manifest.internal.spec.PartitionSourceSpec.UnionPartitionRouter;
import dev.godwit.manifest.internal.spec.RequestOption;
import dev.godwit.manifest.internal.spec.TextOrList;
import dev.godwit.manifest.internal.template.InterpolatedString;
import dev.godwit.manifest.internal.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes partition routers out of their descriptions.
final class RouterCompiler {
  private final Scope scope;
  private final StreamCompiler streams;

  RouterCompiler(Scope scope, StreamCompiler streams) {
    this.scope = scope;
    this.streams = streams;
  }

  /// A stream's router. Only one that is not inside another finds rows in its parents' rows.
  Router compile(PartitionRouterSpec spec, Role parents) {
    return spec instanceof SubstreamPartitionRouter substream
        ? substream(substream, parents, true)
        : nested(spec, parents);
  }

  private Router substream(SubstreamPartitionRouter spec, Role parents, boolean embedding) {
    return new SubstreamRouter(
        spec.parentStreamConfigs().stream().map(parent -> parent(parent, parents)).toList(),
        embedding,
        scope);
  }

  private Router nested(PartitionRouterSpec spec, Role parents) {
    return switch (spec) {
      case ListPartitionRouter list -> list(list);
      case SubstreamPartitionRouter substream -> substream(substream, parents, false);
      case CartesianProduct product ->
          new ProductRouter(product.routers().stream().map(each -> nested(each, parents)).toList());
      case GroupingPartitionRouter group -> grouping(group, parents);
      case UnionPartitionRouter union -> union(union, parents);
      case CustomPartitionRouter custom ->
          new HostedRouter(CustomParts.of(custom, custom.className()));
    };
  }

  private Router grouping(GroupingPartitionRouter spec, Role parents) {
    if (spec.groupSize() < 1) {
      throw GodwitException.config("manifest.router", "group_size must be at least 1.")
          .at(spec.origin().place("group_size"));
    }
    requireNoOptions(spec.underlyingPartitionRouter());
    return new GroupingRouter(
        nested(spec.underlyingPartitionRouter(), parents), spec.groupSize(), spec.deduplicate());
  }

  private Router union(UnionPartitionRouter spec, Role parents) {
    String field = text(spec.partitionField(), spec.origin());
    for (PartitionSourceSpec member : spec.partitionRouters()) {
      requireNoOptions(member);
      for (String own : fields(member)) {
        if (!own.equals(field)) {
          throw GodwitException.config(
                  "manifest.router",
                  "A union over '" + field + "' has a router whose partitions have '" + own + "'.")
              .at(member.origin().place());
        }
      }
    }
    return new UnionRouter(
        spec.partitionRouters().stream().map(each -> nested(each, parents)).toList(), field);
  }

  private List<String> fields(PartitionSourceSpec spec) {
    return switch (spec) {
      case ListPartitionRouter list -> List.of(text(list.cursorField(), list.origin()));
      case SubstreamPartitionRouter substream ->
          substream.parentStreamConfigs().stream()
              .map(parent -> text(parent.partitionField(), parent.origin()))
              .toList();
      case UnionPartitionRouter union -> List.of(text(union.partitionField(), union.origin()));
      case CustomPartitionRouter _ -> List.of();
    };
  }

  /// What belongs to one partition has no place in a request for several, or for one of many kinds.
  private static void requireNoOptions(PartitionSourceSpec spec) {
    boolean hasOptions =
        switch (spec) {
          case ListPartitionRouter list -> list.requestOption() != null;
          case SubstreamPartitionRouter substream ->
              substream.parentStreamConfigs().stream()
                  .anyMatch(parent -> parent.requestOption() != null);
          case UnionPartitionRouter _ -> false;
          case CustomPartitionRouter _ -> false;
        };
    if (hasOptions) {
      throw GodwitException.config(
              "manifest.router", "Routers inside groups and unions cannot have a request_option.")
          .at(spec.origin().place())
          .hint("Use {{ stream_partition }} in the requester.");
    }
  }

  private Router list(ListPartitionRouter spec) {
    return new ListRouter(
        text(spec.cursorField(), spec.origin()),
        values(spec),
        injection(spec.requestOption()),
        scope);
  }

  private List<? extends @Nullable Object> values(ListPartitionRouter spec) {
    return switch (spec.values()) {
      case TextOrList.Texts(List<String> values) -> values;
      case TextOrList.Text(String template) -> {
        Object value = InterpolatedString.of(template, spec.origin().parameters()).eval(scope);
        yield switch (value) {
          case List<?> list -> list;
          case Tuple tuple -> tuple.items();
          case Map<?, ?> map -> new ArrayList<>(map.keySet());
          case String text -> text.codePoints().mapToObj(Character::toString).toList();
          case null, default ->
              throw GodwitException.config(
                      "manifest.not-a-list", "values is '" + Repr.str(value) + "', not a list.")
                  .at(spec.origin().place("values"));
        };
      }
    };
  }

  private SubstreamRouter.Parent parent(ParentStreamConfig spec, Role role) {
    Origin origin = spec.origin();
    return new SubstreamRouter.Parent(
        streams.compile(spec.stream(), role, Chosen.NOTHING),
        RowField.of(steps(text(spec.parentKey(), origin))),
        text(spec.partitionField(), origin),
        injection(spec.requestOption()),
        spec.incrementalDependency(),
        spec.extraFields().stream()
            .map(path -> RowField.of(path.stream().map(step -> text(step, origin)).toList()))
            .toList(),
        embedded(spec));
  }

  private @Nullable RowField embedded(ParentStreamConfig spec) {
    List<String> pointer = spec.lazyReadPointer();
    if (pointer.isEmpty()) {
      return null;
    }
    if (pointer.stream().anyMatch(step -> step.contains("*"))) {
      throw GodwitException.config(
              "manifest.lazy-read", "lazy_read_pointer must be exact: it cannot have stars.")
          .at(spec.origin().place("lazy_read_pointer"));
    }
    return RowField.of(pointer.stream().map(step -> text(step, spec.origin())).toList());
  }

  /// Slashes in front do not count; a path of nothing else leads to the whole row.
  private static List<String> steps(String path) {
    String steps = path.replaceFirst("^/+", "");
    return steps.isEmpty() ? List.of() : List.of(steps.split("/", -1));
  }

  private static @Nullable Injection injection(@Nullable RequestOption option) {
    return option == null ? null : Injection.of(option, Map.of());
  }

  private String text(String template, Origin origin) {
    return Repr.str(InterpolatedString.of(template, origin.parameters()).eval(scope));
  }
}
