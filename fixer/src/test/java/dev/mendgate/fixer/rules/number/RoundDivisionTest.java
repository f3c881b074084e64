package dev.mendgate.fixer.rules.number;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class RoundDivisionTest {
  private static RuleScenario scenario(String message, String call) {
    return RuleScenario.of(new RoundDivision())
        .fails("java.lang.ArithmeticException", message)
        .insideOf("java.math.BigDecimal", call);
  }

  private static final String ENDLESS =
      "Non-terminating decimal expansion; no exact representable decimal result.";

  @Test
  void aQuotientWithoutEndIsRounded() {
    scenario(ENDLESS, "divide")
        .file(
            "A.java",
            "import java.math.BigDecimal;\n\nclass A {\n  BigDecimal f(BigDecimal a, BigDecimal b) {\n"
                + "    return a.divide(b); // crash\n  }\n}\n")
        .expectFirst(
            "import java.math.BigDecimal;\nimport java.math.MathContext;\n\nclass A {\n"
                + "  BigDecimal f(BigDecimal a, BigDecimal b) {\n"
                + "    return a.divide(b, MathContext.DECIMAL128);\n  }\n}\n");
  }

  @Test
  void aScaleWithoutRoomIsRoundedAsTheFileDoes() {
    scenario("Rounding necessary", "setScale")
        .file(
            "A.java",
            "import java.math.BigDecimal;\nimport java.math.RoundingMode;\n\nclass A {\n"
                + "  BigDecimal g(BigDecimal a) {\n    return a.setScale(3, RoundingMode.DOWN);\n  }\n\n"
                + "  BigDecimal f(BigDecimal a) {\n    return a.setScale(2); // crash\n  }\n}\n")
        .expectFirst(
            "import java.math.BigDecimal;\nimport java.math.RoundingMode;\n\nclass A {\n"
                + "  BigDecimal g(BigDecimal a) {\n    return a.setScale(3, RoundingMode.DOWN);\n  }\n\n"
                + "  BigDecimal f(BigDecimal a) {\n    return a.setScale(2, RoundingMode.DOWN);\n  }\n}\n");
  }

  @Test
  void aDivisionByZeroIsNoMatterOfRounding() {
    scenario("Division by zero", "divide")
        .file(
            "A.java",
            "import java.math.BigDecimal;\n\nclass A {\n  BigDecimal f(BigDecimal a, BigDecimal b) {\n"
                + "    return a.divide(b); // crash\n  }\n}\n")
        .expectNothing();
  }
}
