package dev.godwit.manifest.internal.template;

import org.jspecify.annotations.Nullable;

/// One piece of a template's source.
///
/// @param text the operator, name or data
/// @param value what a string or number stands for; null otherwise
/// @param line counted from 1
record Token(Kind kind, String text, @Nullable Object value, int line) {
  enum Kind {
    DATA,
    PRINT_BEGIN,
    PRINT_END,
    BLOCK_BEGIN,
    BLOCK_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    END
  }

  boolean isOperator(String symbol) {
    return kind == Kind.OPERATOR && text.equals(symbol);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  String describe() {
    return switch (kind) {
      case DATA -> "template text";
      case PRINT_BEGIN -> "begin of print statement";
      case PRINT_END -> "end of print statement";
      case BLOCK_BEGIN -> "begin of statement block";
      case BLOCK_END -> "end of statement block";
      case END -> "end of template";
      case NAME, STRING, INTEGER, FLOAT, OPERATOR -> text;
    };
  }
}
