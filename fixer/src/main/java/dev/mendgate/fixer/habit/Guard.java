package dev.mendgate.fixer.habit;

import dev.mendgate.fixer.Effect;
import java.util.Optional;
import java.util.Set;

/**
 * A check that keeps code from failing, as it stands in a text.
 *
 * @param offset where it starts
 * @param kind what it checks
 * @param shape what it does about it
 * @param subject expression that is checked; empty where it is not one name or chain of names
 * @param answer what is returned, thrown or called, as written: {@code null} of {@code return
 *     null;}, {@code IllegalArgumentException("..")} of a throw, {@code Checks.notNull(x, "x")} of
 *     a call; empty where there is nothing to say
 */
public record Guard(int offset, Kind kind, Shape shape, String subject, String answer) {
  /** What a guard checks. */
  public enum Kind {
    NULL,
    BOUNDS,
    CAST,
    EMPTY;

    private static final Set<String> EMPTY_HANDED =
        Set.of("NoSuchElementException", "EmptyStackException");

    /** Returns what would have prevented an exception, given by its simple name. */
    public static Optional<Kind> against(String simpleType) {
      if (simpleType.equals("NullPointerException")) {
        return Optional.of(NULL);
      }
      if (simpleType.equals("ClassCastException")) {
        return Optional.of(CAST);
      }
      if (EMPTY_HANDED.contains(simpleType)) {
        return Optional.of(EMPTY);
      }
      boolean bounds =
          simpleType.endsWith("IndexOutOfBoundsException")
              || simpleType.equals("NegativeArraySizeException");
      return bounds ? Optional.of(BOUNDS) : Optional.empty();
    }
  }

  /** What a guard does in the unsafe case. */
  public enum Shape {
    /** Leaves the method, with a value or without one. */
    RETURN("returning early", Effect.DEFAULTS),
    /** Throws an exception of its own. */
    THROW("throwing an exception that tells what is wrong", Effect.THROWS),
    /** Calls a method that throws. */
    CHECK("calling a method that checks", Effect.THROWS),
    /** Goes on with the next turn, or leaves the loop. */
    CONTINUE("passing over the element", Effect.SKIPS),
    /** Runs code only in the safe case. */
    WRAP("running the code only in the safe case", Effect.SKIPS),
    /** Goes on with another value. */
    SUBSTITUTE("taking another value", Effect.DEFAULTS);

    private final String words;
    private final Effect effect;

    Shape(String words, Effect effect) {
      this.words = words;
      this.effect = effect;
    }

    /** Returns what it does, to follow the word "by". */
    public String words() {
      return words;
    }

    /** Returns what it does about the failure. */
    public Effect effect() {
      return effect;
    }
  }

  /** Returns whether an explicit error answers the unsafe case. */
  boolean isError() {
    return shape.effect() == Effect.THROWS;
  }
}
