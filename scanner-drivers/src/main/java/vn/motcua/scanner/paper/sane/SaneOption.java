package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.util.List;

/**
 * An option of a SANE device (SANE standard 1.06 §4.2.9).
 *
 * @param index its number in the device's list
 * @param name its name, empty for groups
 * @param type what its value is
 * @param millimetres true if its unit is the millimetre
 * @param size bytes of its value
 * @param capabilities the CAP bits
 * @param constraint which values it takes
 */
record SaneOption(
    int index,
    String name,
    Type type,
    boolean millimetres,
    int size,
    int capabilities,
    Constraint constraint) {
  private static final int UNIT_MILLIMETRE = 3;
  private static final int CAP_SOFT_SELECT = 1;
  private static final int CAP_INACTIVE = 32;

  /** Value types in the order of their numbers. */
  enum Type {
    BOOL(0),
    INT(1),
    FIXED(2),
    STRING(3),
    BUTTON(4),
    GROUP(5);

    private final int wire;

    Type(int wire) {
      this.wire = wire;
    }

    /** Its number on the wire (SANE standard, SANE_Value_Type). */
    int wire() {
      return wire;
    }

    static Type of(int wire) throws SaneProtocolException {
      for (Type type : values()) {
        if (type.wire == wire) {
          return type;
        }
      }
      throw new SaneProtocolException("option type " + wire);
    }
  }

  /** Which values an option takes; numbers in the option's own unit. */
  sealed interface Constraint {
    record None() implements Constraint {}

    /** From {@code min} to {@code max} in steps of {@code step}; 0 = no steps. */
    record Range(double min, double max, double step) implements Constraint {}

    record Numbers(List<Double> values) implements Constraint {}

    record Texts(List<String> values) implements Constraint {}
  }

  /** True if it exists in the device's present state and may be written. */
  boolean settable() {
    return (capabilities & CAP_INACTIVE) == 0 && (capabilities & CAP_SOFT_SELECT) != 0;
  }

  boolean active() {
    return (capabilities & CAP_INACTIVE) == 0;
  }

  /** The texts that it takes; empty if it takes none or any. */
  List<String> texts() {
    return constraint instanceof Constraint.Texts(List<String> values) ? values : List.of();
  }

  /** The value as the word that goes over the wire. */
  int word(double value) {
    return type == Type.FIXED ? (int) Math.round(value * 65_536) : (int) Math.round(value);
  }

  /** A word from the wire as a number. */
  double number(int word) {
    return type == Type.FIXED ? word / 65_536.0 : word;
  }

  static SaneOption read(int index, SaneWire wire) throws IOException {
    String name = wire.string();
    wire.string(); // title
    wire.string(); // description
    Type type = Type.of(wire.word());
    boolean millimetres = wire.word() == UNIT_MILLIMETRE;
    int size = wire.length(SaneWire.MAX_WORDS * 4);
    int capabilities = wire.word();
    return new SaneOption(
        index, name, type, millimetres, size, capabilities, constraint(type, wire));
  }

  private static Constraint constraint(Type type, SaneWire wire) throws IOException {
    double unit = type == Type.FIXED ? 65_536.0 : 1;
    int kind = wire.word();
    return switch (kind) {
      case 0 -> new Constraint.None();
      case 1 ->
          wire.present()
              ? new Constraint.Range(wire.word() / unit, wire.word() / unit, wire.word() / unit)
              : new Constraint.None();
      case 2 -> {
        int[] words = wire.words();
        // The first word repeats the count.
        yield new Constraint.Numbers(
            java.util.Arrays.stream(words).skip(1).mapToObj(word -> word / unit).toList());
      }
      case 3 -> new Constraint.Texts(wire.strings());
      default -> throw new SaneProtocolException("constraint type " + kind);
    };
  }
}
