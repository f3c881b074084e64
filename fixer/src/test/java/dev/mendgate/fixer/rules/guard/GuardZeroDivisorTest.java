package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardZeroDivisorTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardZeroDivisor())
        .fails("java.lang.ArithmeticException", "/ by zero");
  }

  private static String method(String body) {
    return "class A {\n  int f(int sum, int count) {\n" + body + "  }\n}\n";
  }

  @Test
  void nothingIsDividedByZero() {
    scenario()
        .file("A.java", method("    return sum / count; // crash\n"))
        .expectAmong(
            method("    if (count == 0) {\n      return 0;\n    }\n    return sum / count;\n"));
  }

  @Test
  void aConditionAsksFirst() {
    scenario()
        .file(
            "A.java",
            method("    if (sum % count == 1) { // crash\n      return 1;\n    }\n    return 2;\n"))
        .expectAmong(
            method(
                "    if (count != 0 && sum % count == 1) {\n      return 1;\n    }\n    return 2;\n"));
  }

  @Test
  void aBigNumberIsAskedForItsSign() {
    scenario()
        .file(
            "A.java",
            "import java.math.BigInteger;\n\nclass A {\n  BigInteger f(BigInteger n, BigInteger m) {\n"
                + "    return n.mod(m); // crash\n  }\n}\n")
        .expectAmong(
            "import java.math.BigInteger;\n\nclass A {\n  BigInteger f(BigInteger n, BigInteger m) {\n"
                + "    if (m.signum() == 0) {\n      return null;\n    }\n    return n.mod(m);\n  }\n}\n");
  }

  @Test
  void aFractionMayBeDividedByZero() {
    scenario()
        .file(
            "A.java",
            "class A {\n  double f(double sum, int count) {\n    return sum / count; // crash\n  }\n}\n")
        .expectNothing();
  }

  @Test
  void aDivisorThatIsCheckedIsLeftAlone() {
    scenario()
        .file("A.java", method("    return count == 0 ? 0 : sum / count; // crash\n"))
        .expectNothing();
  }
}
