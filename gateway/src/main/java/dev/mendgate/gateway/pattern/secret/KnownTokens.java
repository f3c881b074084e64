package dev.mendgate.gateway.pattern.secret;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the tokens of well-known issuers by how they begin. */
final class KnownTokens implements Detector {
  /**
   * One issuer's shape.
   *
   * @param prefix how all begin
   * @param trigger the character of the prefix, by index, that is rarest in texts
   * @param least how many letters, digits, {@code _} and {@code -} follow at least
   */
  private record Shape(String prefix, int trigger, int least) {
    static Shape of(String prefix, int least) {
      return new Shape(prefix, prefix.length() - 1, least);
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("AKIA", 2, 16),
          new Shape("ASIA", 2, 16),
          new Shape("AIza", 2, 30),
          Shape.of("ghp_", 20),
          Shape.of("gho_", 20),
          Shape.of("ghu_", 20),
          Shape.of("ghs_", 20),
          Shape.of("ghr_", 20),
          Shape.of("github_pat_", 20),
          Shape.of("glpat-", 16),
          Shape.of("gldt-", 16),
          Shape.of("glrt-", 16),
          Shape.of("xoxa-", 10),
          Shape.of("xoxb-", 10),
          Shape.of("xoxp-", 10),
          Shape.of("xoxr-", 10),
          Shape.of("xoxs-", 10),
          Shape.of("xapp-", 10),
          Shape.of("sk_live_", 10),
          Shape.of("sk_test_", 10),
          Shape.of("rk_live_", 10),
          Shape.of("rk_test_", 10),
          Shape.of("whsec_", 16),
          Shape.of("npm_", 30),
          Shape.of("pypi-", 30),
          Shape.of("hf_", 30),
          Shape.of("dop_v1_", 40),
          Shape.of("shpat_", 24),
          Shape.of("sk-", 20),
          Shape.of("SG.", 20),
          Shape.of("ya29.", 20));

  private static final int MAX_WITHOUT_DIGIT = 128;

  private final Shape[][] byTrigger = new Shape[128][];

  /** The two characters before the trigger. */
  private final Set<String> ends =
      SHAPES.stream()
          .map(shape -> shape.prefix().substring(shape.trigger() - 2, shape.trigger()))
          .collect(Collectors.toSet());

  KnownTokens() {
    for (char c : triggers().toCharArray()) {
      byTrigger[c] = SHAPES.stream().filter(shape -> trigger(shape) == c).toArray(Shape[]::new);
    }
  }

  private static char trigger(Shape shape) {
    return shape.prefix().charAt(shape.trigger());
  }

  @Override
  public String triggers() {
    return "_-.Iz";
  }

  @Override
  public boolean follows(char second, char first) {
    return ends.contains(second + "" + first);
  }

  @Override
  public boolean find(Scan scan, int at) {
    String text = scan.text;
    for (Shape shape : byTrigger[text.charAt(at)]) {
      int from = at - shape.trigger();
      if (from >= scan.done
          && text.startsWith(shape.prefix(), from)
          && Letters.startsWord(text, from)) {
        return fits(scan, from, shape);
      }
    }
    return false;
  }

  private static boolean fits(Scan scan, int from, Shape shape) {
    int rest = from + shape.prefix().length();
    int end = rest;
    boolean digit = false;
    boolean dotted = shape.prefix().endsWith(".");
    while (end < scan.text.length()
        && (Letters.isToken(scan.text.charAt(end)) || (dotted && scan.text.charAt(end) == '.'))) {
      digit |= Letters.isDigit(scan.text.charAt(end));
      end++;
      if (!digit && end - rest > MAX_WITHOUT_DIGIT) {
        return false;
      }
    }
    return digit && end - rest >= shape.least() && scan.found(from, end);
  }
}
