package dev.mendgate.fixer.reproduce;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.mendgate.fixer.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the failure's message and the code near the crash site say about the values that led there.
 */
final class Clues {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']+)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d{1,10}(?![\\w.])");
  private static final Pattern LENGTH =
      Pattern.compile("(?i)(?:length|size|limit):?\\s+(\\d{1,6})");
  private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+[A-Z][\\w.$]*");
  private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]+)\\]");
  private static final Pattern NULL_NAME = Pattern.compile("\"([\\w.$\\[\\]]+)\" is null");
  private static final Pattern RETURNED_NULL =
      Pattern.compile("the return value of \"([\\w.$]+)\\.(\\w+)\\((.*?)\\)\" is null");
  private static final Set<String> BOUNDS =
      Set.of(
          "IndexOutOfBoundsException",
          "ArrayIndexOutOfBoundsException",
          "StringIndexOutOfBoundsException",
          "NegativeArraySizeException",
          "NoSuchElementException",
          "EmptyStackException",
          "BufferUnderflowException");

  private final Failure failure;
  private final Set<String> strings = new LinkedHashSet<>();
  private final Set<Character> chars = new LinkedHashSet<>();
  private final Set<Integer> ints = new LinkedHashSet<>();

  Clues(Failure failure) {
    this.failure = failure;
  }

  /** Adds the literals of a node to what may be tried. */
  void mine(Node node) {
    node.findAll(StringLiteralExpr.class).stream()
        .map(StringLiteralExpr::asString)
        .filter(text -> text.length() <= 24)
        .forEach(strings::add);
    node.findAll(CharLiteralExpr.class).forEach(literal -> chars.add(literal.asChar()));
    node.findAll(IntegerLiteralExpr.class).stream()
        .map(IntegerLiteralExpr::asNumber)
        .forEach(number -> ints.add(number.intValue()));
  }

  boolean isNull() {
    return failure.simpleType().equals("NullPointerException");
  }

  /** Returns whether the message says that an element of an array was null. */
  boolean nullElement() {
    return nullNames().stream().anyMatch(name -> name.endsWith("]"));
  }

  /** Returns what was null, as the message of the JVM writes it. */
  List<String> nullNames() {
    List<String> found = new ArrayList<>();
    if (isNull()) {
      for (Matcher name = NULL_NAME.matcher(message()); name.find(); ) {
        found.add(name.group(1));
      }
    }
    return found;
  }

  boolean isBounds() {
    return BOUNDS.contains(failure.simpleType());
  }

  boolean isConcurrent() {
    return failure.simpleType().equals("ConcurrentModificationException");
  }

  boolean mentions(String text) {
    return message().contains(text);
  }

  /** Returns texts the message quotes or ends with, and the same behind prefixes of the code. */
  List<String> messageStrings() {
    if (isNull() || failure.simpleType().equals("ClassCastException")) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    for (Matcher quoted = QUOTED.matcher(message()); quoted.find(); ) {
      found.add(quoted.group(1) != null ? quoted.group(1) : quoted.group(2));
    }
    int colon = message().lastIndexOf(": ");
    if (colon >= 0 && !isBounds()) {
      found.add(message().substring(colon + 2));
    }
    int space = message().indexOf(' ');
    if (space > 0 && !isBounds()) {
      found.add(message().substring(0, space));
    }
    if (messageList().size() > 1) {
      found.add(String.join(",", messageList()));
    }
    found.removeIf(text -> text.length() > 60 || text.contains(" under radix"));
    List<String> all = new ArrayList<>(found);
    for (String text : found) {
      if (QUOTED.matcher(message()).find() && text.indexOf(' ') < 0) {
        strings.stream()
            .filter(s -> !s.isEmpty() && s.length() <= 3)
            .forEach(s -> all.add(s + text));
        chars.stream().filter(Character::isLetter).forEach(c -> all.add(text + c));
      }
    }
    return all;
  }

  /** Returns the elements of the last list the message prints, such as {@code [a, b]}. */
  List<String> messageList() {
    Matcher list = LIST.matcher(message());
    String last = null;
    while (list.find()) {
      last = list.group(1);
    }
    return last == null || isNull() ? List.of() : List.of(last.split(", ", -1));
  }

  /** Returns the length a bounds failure mentions; negative where it mentions none. */
  int messageLength() {
    Matcher length = LENGTH.matcher(message());
    return length.find() ? Integer.parseInt(length.group(1)) : -1;
  }

  /** Returns the numbers of the message, the length last. */
  List<Integer> messageNumbers() {
    Set<Integer> found = new LinkedHashSet<>();
    for (Matcher number = NUMBER.matcher(message()); number.find(); ) {
      parse(number.group()).ifPresent(found::add);
    }
    List<Integer> ordered = new ArrayList<>(found);
    ordered.sort((a, b) -> Integer.compare(b, a));
    Integer length = messageLength();
    if (ordered.remove(length)) {
      ordered.add(length);
    }
    return ordered;
  }

  private static Optional<Integer> parse(String digits) {
    try {
      return Optional.of(Integer.valueOf(digits));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  /** Returns the classes the message names, by their source names. */
  List<TypeName> messageTypes() {
    Set<TypeName> found = new LinkedHashSet<>();
    for (Matcher name = CLASS.matcher(message()); name.find(); ) {
      found.add(TypeName.of(name.group().replace('$', '.').replaceAll("\\.+$", "")));
    }
    return List.copyOf(found);
  }

  /** Returns the method whose null result failed: its class, by source name, and its name. */
  Optional<NullResult> nullResult() {
    Matcher matcher = RETURNED_NULL.matcher(message());
    return isNull() && matcher.find()
        ? Optional.of(new NullResult(TypeName.of(shortName(matcher.group(1))), matcher.group(2)))
        : Optional.empty();
  }

  // The JVM writes java.lang.Object and java.lang.String without their package.
  private static String shortName(String written) {
    String source = written.replace('$', '.');
    return source.equals("Object") || source.equals("String") ? "java.lang." + source : source;
  }

  List<String> minedStrings() {
    return List.copyOf(strings);
  }

  List<Character> minedChars() {
    return List.copyOf(chars);
  }

  List<Integer> minedInts() {
    return List.copyOf(ints);
  }

  private String message() {
    String message = failure.message();
    return message == null ? "" : message;
  }

  /** A method that returned null. */
  record NullResult(TypeName type, String method) {}
}
