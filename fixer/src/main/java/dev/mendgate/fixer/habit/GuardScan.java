package dev.mendgate.fixer.habit;

import dev.mendgate.fixer.habit.Guard.Kind;
import dev.mendgate.fixer.habit.Guard.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads guards off Java text in one pass, without a syntax tree: it has to be fast, and the text
 * may be the added lines of a change.
 */
public final class GuardScan {
  private static final Pattern STARTS =
      Pattern.compile("\\bif\\s*+\\(|\\?(?!\\s*+[>,&])|(?<![\\w.])((?:\\w++\\.)*+\\w++)\\(");
  private static final String CHAIN = "((?:\\w++\\.)*+\\w++(?:\\(\\))?+)";
  private static final Pattern IS_NULL =
      Pattern.compile("(?:null\\s*+==\\s*+" + CHAIN + ")|(?:" + CHAIN + "\\s*+==\\s*+null\\b)");
  private static final Pattern NOT_NULL =
      Pattern.compile("(?:null\\s*+!=\\s*+" + CHAIN + ")|(?:" + CHAIN + "\\s*+!=\\s*+null\\b)");
  private static final Pattern NOT_INSTANCE =
      Pattern.compile("!\\s*+\\(\\s*+" + CHAIN + "\\s++instanceof\\b");
  private static final Pattern INSTANCE = Pattern.compile(CHAIN + "\\s++instanceof\\b");
  private static final Pattern IS_EMPTY =
      Pattern.compile(
          "(?<!!)\\b(\\w++(?:\\.\\w++)*?)\\.isEmpty\\(\\)"
              + "|\\b(\\w++(?:\\.\\w++)*?)(?:\\.(?:size|length)\\(\\)|\\.length)\\s*+(?:==\\s*+0|<\\s*+1)\\b"
              + "|!\\s*+(\\w++)\\.has\\w++\\(\\)");
  private static final Pattern NOT_EMPTY =
      Pattern.compile(
          "!\\s*+(\\w++(?:\\.\\w++)*?)\\.isEmpty\\(\\)|(?<!!)\\b(\\w++)\\.has(?:Next|More)\\w*+\\(\\)");
  private static final Pattern COMPARED = Pattern.compile(CHAIN + "\\s*+[<>]=?+\\s*+[\\w(-]");
  private static final Pattern LITERALS =
      Pattern.compile("\\s*+,\\s*+\"[^\"]*+\"(?:\\s*+,\\s*+[\\w.\"]++)*+\\s*+");
  private static final int MOST_CONDITION = 400;
  private static final int LONGEST_ANSWER = 600;

  private final MaskedCode masked;
  private final List<Guard> found = new ArrayList<>();

  private GuardScan(String text) {
    this.masked = MaskedCode.of(text);
  }

  /** Returns the guards of a text, in its order. */
  public static List<Guard> scan(String text) {
    GuardScan scan = new GuardScan(text);
    Matcher starts = STARTS.matcher(scan.masked.code());
    while (starts.find()) {
      if (starts.group(1) != null) {
        scan.call(starts.start(1), starts.end() - 1);
      } else if (starts.group().startsWith("?")) {
        scan.conditional(starts.start());
      } else {
        scan.check(starts.start(), starts.end() - 1);
      }
    }
    return List.copyOf(scan.found);
  }

  /**
   * What a condition says: of what kind it is, about what, and whether it holds where all is well.
   */
  private record Test(Kind kind, String subject, boolean safe) {}

  private void check(int start, int open) {
    int behind = masked.behindClosing(open);
    if (behind < 0) {
      return;
    }
    int body = masked.skipSpace(behind);
    if (body < masked.code().length() && masked.code().charAt(body) == '{') {
      body = masked.skipSpace(body + 1);
    }
    int statement = body;
    test(masked.code().substring(open + 1, behind - 1))
        .ifPresent(test -> guard(start, test, statement));
  }

  private void guard(int start, Test test, int body) {
    if (test.safe()) {
      add(start, test, Shape.WRAP, "");
      return;
    }
    int length =
        masked
            .code()
            .substring(body, Math.min(body + LONGEST_ANSWER, masked.code().length()))
            .indexOf(';');
    int end = body + length;
    if (length < 0) {
      return;
    }
    if (masked.hasWord("return", body)) {
      add(start, test, Shape.RETURN, text(body + "return".length(), end));
    } else if (masked.hasWord("throw", body)) {
      String thrown = text(body + "throw".length(), end);
      add(start, test, Shape.THROW, thrown.startsWith("new ") ? thrown.substring(4).strip() : "");
    } else if (masked.hasWord("continue", body) || masked.hasWord("break", body)) {
      add(start, test, Shape.CONTINUE, "");
    } else if (!test.subject().isEmpty()
        && masked
            .code()
            .substring(body, end)
            .matches("(?:this\\.)?" + Pattern.quote(test.subject()) + "\\s*=[^=].*+")) {
      add(start, test, Shape.SUBSTITUTE, text(masked.code().indexOf('=', body) + 1, end));
    }
  }

  /** {@code a == null ? b : a}; looks back from the question mark to where the condition starts. */
  private void conditional(int mark) {
    int from = mark;
    int least = Math.max(0, mark - MOST_CONDITION);
    while (from > least && "(;{},?:".indexOf(masked.code().charAt(from - 1)) < 0) {
      from--;
    }
    String condition = masked.code().substring(from, mark).strip();
    if (condition.endsWith("null") || condition.endsWith("null)")) {
      test(condition).ifPresent(test -> add(mark, test, Shape.SUBSTITUTE, ""));
    }
  }

  /** {@code Checks.notNull(x, "x");}: what it throws is not known from here. */
  private void call(int start, int open) {
    int before = masked.lastBefore(start);
    boolean statement = before < 0 || ";{}=".indexOf(masked.code().charAt(before)) >= 0;
    int behind = statement ? masked.behindClosing(open) : -1;
    int next = behind < 0 ? masked.code().length() : masked.skipSpace(behind);
    if (next >= masked.code().length() || masked.code().charAt(next) != ';') {
      return;
    }
    String name = masked.code().substring(start, open);
    String arguments = masked.text().substring(open + 1, behind - 1).strip();
    int comma = arguments.indexOf(',');
    String first = comma < 0 ? arguments : arguments.substring(0, comma).strip();
    boolean literals = comma >= 0 && LITERALS.matcher(arguments.substring(comma)).matches();
    boolean alone = comma < 0 && name.toLowerCase(Locale.ROOT).contains("null");
    if (isStatic(name) && isName(first) && (literals || alone)) {
      found.add(
          new Guard(start, Kind.NULL, Shape.CHECK, first, masked.text().substring(start, behind)));
    }
  }

  private void add(int at, Test test, Shape shape, String answer) {
    found.add(new Guard(at, test.kind(), shape, test.subject(), answer));
  }

  private String text(int from, int to) {
    return masked.text().substring(from, Math.max(from, to)).strip();
  }

  private static Optional<Test> test(String condition) {
    return of(IS_NULL, condition, Kind.NULL, false)
        .or(() -> of(NOT_INSTANCE, condition, Kind.CAST, false))
        .or(() -> of(IS_EMPTY, condition, Kind.EMPTY, false))
        .or(() -> of(NOT_NULL, condition, Kind.NULL, true))
        .or(() -> of(NOT_EMPTY, condition, Kind.EMPTY, true))
        .or(() -> of(INSTANCE, condition, Kind.CAST, true))
        .or(() -> of(COMPARED, condition, Kind.BOUNDS, false));
  }

  private static Optional<Test> of(Pattern pattern, String condition, Kind kind, boolean safe) {
    Matcher matcher = pattern.matcher(condition);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String subject = "";
    for (int i = 1; i <= matcher.groupCount(); i++) {
      subject = matcher.group(i) == null ? subject : matcher.group(i);
    }
    return Optional.of(new Test(kind, subject, safe));
  }

  /** A method of a type by its name, or one that needs none. */
  private static boolean isStatic(String name) {
    int dot = name.lastIndexOf('.');
    String owner = name.substring(name.lastIndexOf('.', dot - 1) + 1, Math.max(0, dot));
    return dot < 0 ? Character.isLowerCase(name.charAt(0)) : Character.isUpperCase(owner.charAt(0));
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && Character.isJavaIdentifierStart(text.charAt(0))
        && text.chars().allMatch(Character::isJavaIdentifierPart)
        && !text.equals("this")
        && !text.equals("null");
  }
}
