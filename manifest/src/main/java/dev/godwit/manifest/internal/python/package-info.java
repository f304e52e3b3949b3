/// Python's values and what its operators, methods, literals and texts do to them, over plain Java
/// objects.
///
/// `None` is null; `bool`, `float` and `str` are Boolean, Double and String; `int` is Long, or
/// BigInteger outside its range; `list` is any List and `dict` any Map; `date` and `time` are
/// LocalDate and LocalTime. Only values that Java has no match for get a type here.
@NullMarked
package dev.godwit.manifest.internal.python;

import org.jspecify.annotations.NullMarked;
