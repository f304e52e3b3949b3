package dev.godwit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Function;

final class KeepOutOfInternals extends ArchCondition<JavaClass> {
  private final Function<JavaClass, String> moduleOf;

  KeepOutOfInternals(Function<JavaClass, String> moduleOf) {
    super("use no internal package but those of their own module");
    this.moduleOf = moduleOf;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String module = moduleOf.apply(type);
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String other = moduleOf.apply(dependency.getTargetClass());
      if (isInternal(dependency.getTargetClass()) && !other.isEmpty() && !other.equals(module)) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  private static boolean isInternal(JavaClass type) {
    return List.of(type.getPackageName().split("\\.")).contains("internal");
  }
}
