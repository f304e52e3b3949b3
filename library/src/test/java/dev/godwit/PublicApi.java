package dev.godwit;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The public signatures of a module's classes as lines of text, in an order that does not change.
final class PublicApi {
  private final Path classes;

  /// @param classes the folder of compiled classes
  PublicApi(Path classes) {
    this.classes = classes;
  }

  List<String> lines() throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.replace(File.separatorChar, '.').replaceFirst("\\.class$", ""))
          .sorted()
          .map(PublicApi::load)
          .filter(PublicApi::isVisible)
          .flatMap(type -> lines(type).stream())
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicApi.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isVisible(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!isVisible(each.getModifiers()) || each.isAnonymousClass()) {
        return false;
      }
    }
    return !type.getName().contains(".internal.");
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static List<String> lines(Class<?> type) {
    TreeSet<String> members = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
        String name =
            field.isEnumConstant()
                ? field.getName()
                : name(field.getGenericType()) + " " + field.getName();
        members.add("  " + words(field.getModifiers()) + name);
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isVisible(constructor.getModifiers()) && !constructor.isSynthetic()) {
        members.add("  new" + parameters(constructor));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
        members.add(
            "  %s%s%s %s%s"
                .formatted(
                    words(method.getModifiers()),
                    variables(method),
                    name(method.getGenericReturnType()),
                    method.getName(),
                    parameters(method)));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(heading(type));
    lines.addAll(members);
    return lines;
  }

  private static String heading(Class<?> type) {
    String above =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()).filter(each -> each != Object.class),
                Arrays.stream(type.getGenericInterfaces()))
            .map(PublicApi::name)
            .collect(Collectors.joining(", "));
    return kind(type)
        + " "
        + type.getName()
        + variables(type)
        + (above.isEmpty() ? "" : " : " + above);
  }

  private static String kind(Class<?> type) {
    String kind =
        type.isAnnotation()
            ? "annotation"
            : type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    boolean open = !Modifier.isFinal(type.getModifiers()) && kind.equals("class");
    return (type.isSealed() ? "sealed " : open ? "open " : "") + kind;
  }

  private static String words(int modifiers) {
    int told = modifiers & (Modifier.STATIC | Modifier.ABSTRACT | Modifier.PROTECTED);
    return told == 0 ? "" : Modifier.toString(told) + " ";
  }

  private static String variables(GenericDeclaration declaration) {
    TypeVariable<?>[] variables = declaration.getTypeParameters();
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(variable ->
                variable.getName()
                    + " extends "
                    + Arrays.stream(variable.getBounds())
                        .map(PublicApi::name)
                        .collect(Collectors.joining(" & ")))
            .collect(Collectors.joining(", ", "<", "> "));
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getGenericParameterTypes())
        .map(PublicApi::name)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(Type type) {
    return Objects.requireNonNull(type).getTypeName();
  }
}
