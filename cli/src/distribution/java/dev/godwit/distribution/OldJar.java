package dev.godwit.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A library whose classes have the format of Java 5: that of the command line and that of brotli.
///
/// The JVM leaves such classes out of its start-up cache. Loading those of the command line was a
/// third of the start of a command, and one of brotli's alone opened every jar. The copy has the
/// same code in the format of Java 8.
record OldJar(Path source) {
  /// Where a class file has the lower byte of its version, and the first that the cache takes.
  private static final int VERSION = 7;

  private static final int CACHED = ClassFile.JAVA_6_VERSION;

  static boolean matches(Path jar) {
    String name = jar.getFileName().toString();
    return name.startsWith("picocli-") || name.startsWith("dec-");
  }

  /// Writes the copy unless it is newer than the library.
  boolean update(Path copy) throws IOException {
    if (Files.exists(copy)
        && Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(source)) > 0) {
      return false;
    }
    try (ZipFile library = new ZipFile(source.toFile());
        OutputStream file = Files.newOutputStream(copy);
        ZipOutputStream out = new ZipOutputStream(file)) {
      Enumeration<? extends ZipEntry> entries = library.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        ZipEntry copied = new ZipEntry(entry.getName());
        copied.setTime(entry.getTime());
        out.putNextEntry(copied);
        out.write(content(library, entry));
      }
    }
    return true;
  }

  private static byte[] content(ZipFile library, ZipEntry entry) throws IOException {
    try (InputStream in = library.getInputStream(entry)) {
      byte[] bytes = in.readAllBytes();
      boolean old = entry.getName().endsWith(".class") && bytes[VERSION] < CACHED;
      return old ? renewed(bytes, library) : bytes;
    }
  }

  private static byte[] renewed(byte[] old, ZipFile library) {
    ClassHierarchyResolver types =
        ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> resource(library, type))
            .orElse(ClassHierarchyResolver.defaultResolver());
    ClassFile file =
        ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(types));
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    // Bodies that are merely copied get no stack maps.
    ClassTransform bodies = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
    return file.transformClass(file.parse(old), version.andThen(bodies));
  }

  private static InputStream resource(ZipFile library, ClassDesc type) {
    String descriptor = type.descriptorString();
    ZipEntry entry = library.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
    try {
      return entry == null ? null : library.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
