package dev.mendgate.fixer;

/** What patched code does in the case that failed before: tells a repair from a failure hidden. */
public enum Effect {
  /** It does what it was meant to do: the missing object is there, the condition is right. */
  REPAIRS,
  /** It goes on with a neutral value, or leaves the method with one. */
  DEFAULTS,
  /** It leaves something out and says nothing. */
  SKIPS,
  /** It throws another exception, on purpose and with a telling message. */
  THROWS
}
