package dev.godwit.manifest.internal.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The methods and attributes of `int`, `float` and `bytes`.
final class NumberMethods {
  static final MethodTable<BigInteger> INTS =
      new MethodTable<BigInteger>("int")
          .getter("real", Numbers::normal)
          .getter("numerator", Numbers::normal)
          .getter("imag", _ -> 0L)
          .getter("denominator", _ -> 1L)
          .method("bit_length()", (self, _) -> (long) self.abs().bitLength())
          .method("bit_count()", (self, _) -> (long) self.abs().bitCount())
          .method("conjugate()", (self, _) -> Numbers.normal(self))
          .method("as_integer_ratio()", (self, _) -> Tuple.of(Numbers.normal(self), 1L));

  static final MethodTable<Double> FLOATS =
      new MethodTable<Double>("float")
          .getter("real", self -> self)
          .getter("imag", _ -> 0.0)
          .method("is_integer()", (self, _) -> self == Math.rint(self) && !Double.isInfinite(self))
          .method("conjugate()", (self, _) -> self)
          .method("as_integer_ratio()", (self, _) -> ratio(self));

  static final MethodTable<Bytes> BYTES =
      new MethodTable<Bytes>("bytes")
          .method("decode(encoding=, errors=)", (self, _) -> decode(self))
          .method("hex()", (self, _) -> HexFormat.of().formatHex(self.octets()));

  private NumberMethods() {}

  private static String decode(Bytes bytes) {
    return Codecs.utf8(bytes.octets());
  }

  private static Tuple ratio(double number) {
    if (Double.isNaN(number)) {
      throw PythonException.value("cannot convert NaN to integer ratio");
    }
    if (Double.isInfinite(number)) {
      throw PythonException.overflow("cannot convert Infinity to integer ratio");
    }
    BigDecimal exact = new BigDecimal(number).stripTrailingZeros();
    BigInteger top = exact.unscaledValue();
    BigInteger bottom = BigInteger.ONE;
    if (exact.scale() > 0) {
      bottom = BigInteger.TEN.pow(exact.scale());
    } else {
      top = top.multiply(BigInteger.TEN.pow(-exact.scale()));
    }
    BigInteger common = top.gcd(bottom);
    return Tuple.of(Numbers.normal(top.divide(common)), Numbers.normal(bottom.divide(common)));
  }

  static Bytes encode(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
