package dev.mendgate.fixer.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Strings, characters and numbers worth trying for a failure. */
final class ScalarValues {
  private static final int LONGEST = 64;
  private static final int LONGEST_RUN = 4;
  // Takes two chars: what counts chars and code points differently fails on it.
  private static final String SURROGATES = "\uD83D\uDE30";

  private final Clues clues;

  ScalarValues(Clues clues) {
    this.clues = clues;
  }

  /** Returns strings; those that may lead to the failure first, where it came from this value. */
  List<String> strings(boolean implicated) {
    Set<String> found = new LinkedHashSet<>();
    if (implicated) {
      found.addAll(clues.messageStrings());
      addSized(found);
    }
    if (!implicated || clues.isNull()) {
      found.addAll(List.of("a", "b"));
    } else {
      found.addAll(runs());
    }
    found.addAll(List.of("", "a"));
    clues.minedChars().forEach(c -> found.add(String.valueOf(c)));
    if (implicated && clues.isBounds()) {
      found.add(SURROGATES);
    }
    found.addAll(clues.minedStrings());
    for (String text : clues.minedStrings()) {
      if (text.length() > 1) {
        found.add(text.substring(0, text.length() - 1));
      }
    }
    return List.copyOf(found);
  }

  /** Returns the first characters the code looks for, in its order: what it takes for a prefix. */
  private List<String> runs() {
    List<String> found = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (char c : clues.minedChars()) {
      if (run.length() < LONGEST_RUN) {
        found.add(run.append(c).toString());
      }
    }
    return found;
  }

  private void addSized(Set<String> found) {
    int length = clues.messageLength();
    if (!clues.isBounds()) {
      return;
    }
    if (length >= 0 && length <= LONGEST) {
      found.add(ofLength(length));
    }
    for (int number : clues.messageNumbers()) {
      if (number >= 0 && number <= LONGEST) {
        found.add(ofLength(number));
      }
    }
  }

  static String ofLength(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + i % 26));
    }
    return text.toString();
  }

  List<Integer> ints(boolean implicated) {
    Set<Integer> found = new LinkedHashSet<>();
    boolean wanted = implicated && !clues.isNull();
    if (wanted) {
      found.addAll(clues.messageNumbers());
      found.addAll(List.of(0, -1));
    }
    found.addAll(List.of(1, 0, 2, -1));
    found.addAll(clues.minedInts());
    found.addAll(List.of(Integer.MAX_VALUE, Integer.MIN_VALUE));
    return List.copyOf(found);
  }

  List<Character> chars() {
    Set<Character> found = new LinkedHashSet<>();
    found.add('a');
    found.addAll(clues.minedChars());
    found.addAll(List.of(' ', '\0'));
    return List.copyOf(found);
  }

  /** Returns literals of a primitive type or its wrapper. */
  List<Value> primitive(String type, boolean implicated) {
    List<Value> found = new ArrayList<>();
    switch (type) {
      case "boolean" ->
          List.of("false", "true").forEach(b -> found.add(new Value(b, JavaText.capitalised(b))));
      case "char" -> chars().forEach(c -> found.add(new Value(JavaText.character(c), "Char")));
      case "float", "double" -> found.addAll(floating(type));
      default -> ints(implicated).forEach(i -> found.add(new Value(integral(type, i), label(i))));
    }
    return found;
  }

  private List<Value> floating(String type) {
    String wrapper = TypeName.mark(type.equals("float") ? "java.lang.Float" : "java.lang.Double");
    String suffix = type.equals("float") ? "f" : "";
    List<Value> found = new ArrayList<>();
    if (clues.mentions("NaN") || clues.mentions("finite")) {
      found.add(new Value(wrapper + ".NaN", "NaN"));
    }
    if (clues.mentions("nfinit")) {
      found.add(new Value(wrapper + ".POSITIVE_INFINITY", "Infinity"));
    }
    for (String number : List.of("1.0", "0.0", "-1.0")) {
      found.add(new Value(number + suffix, "Number"));
    }
    found.add(new Value(wrapper + ".NaN", "NaN"));
    return found;
  }

  private static String integral(String type, int number) {
    return switch (type) {
      case "byte", "short" -> "(" + type + ") " + (number < 0 ? "(" + number + ")" : number);
      case "long" -> number + "L";
      default -> String.valueOf(number);
    };
  }

  static String label(int number) {
    if (number == 0) {
      return "Zero";
    }
    return number < 0
        ? "Negative"
        : number == Integer.MAX_VALUE ? "Largest" : String.valueOf(number);
  }

  static String label(String text) {
    return text.isEmpty() ? "EmptyString" : text.isBlank() ? "BlankString" : "String";
  }
}
