package dev.godwit.manifest.internal.bind;

import dev.godwit.manifest.internal.spec.Named;
import dev.godwit.manifest.internal.spec.TypeName;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The names that manifests use for the records of the spec.
public final class SpecTypes {
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private SpecTypes() {}

  /// The `type` of a component.
  public static String name(Class<?> type) {
    TypeName name = type.getAnnotation(TypeName.class);
    return name == null ? type.getSimpleName() : name.value();
  }

  /// The name of a record's part as a field of a manifest.
  public static String name(RecordComponent part) {
    Named name = part.getAnnotation(Named.class);
    return name == null
        ? CAPITAL
            .matcher(part.getName())
            .replaceAll(letter -> "_" + Character.toLowerCase(letter.group().charAt(0)))
        : name.value();
  }

  /// The name of a family in words: `partition router` for PartitionRouterSpec.
  public static String familyName(Class<?> family) {
    String name = family.getSimpleName().replaceFirst("Spec$", "");
    return HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /// The records and enums of a family by name, those of narrower families inside it included. The
  /// compiler lists them in an order that changes with that of the files.
  public static List<Class<?>> members(Class<?> family) {
    List<Class<?>> members = new ArrayList<>();
    for (Class<?> permitted : family.getPermittedSubclasses()) {
      if (permitted.isInterface()) {
        members.addAll(members(permitted));
      } else {
        members.add(permitted);
      }
    }
    return members.stream().distinct().sorted(Comparator.comparing(Class::getSimpleName)).toList();
  }
}
