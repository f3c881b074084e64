package dev.mendgate.fixer.rules.recursion;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class UnwrapNestedTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new UnwrapNested())
        .fails("java.lang.StackOverflowError", null)
        .insideOf("Box$Boxed", "<init>")
        .insideOf("Box$Boxed", "<init>");
  }

  private static String box(String argument) {
    return "class Box {\n  interface Holder {\n    Object[] getValues();\n  }\n\n"
        + "  static Holder of(Object value) {\n    return new Boxed("
        + argument
        + ");\n  }\n\n  static Object plain(Object o) {\n    return o instanceof Holder ?"
        + " new Boxed(((Holder) o).getValues()) : o;\n  }\n\n"
        + "  private static final class Boxed implements Holder {\n    private final Object value;\n\n"
        + "    Boxed(Object[] values) {\n      this.value = plain(values[0]);";
  }

  private static final String REST =
      "\n    }\n\n    public Object[] getValues() {\n      return new Object[] {value};\n    }\n  }\n}\n";

  @Test
  void theContentOfAWrapperIsWrappedInstead() {
    scenario()
        .file("Box.java", box("new Object[] {value}") + " // crash" + REST)
        .expectFirst(
            box(
                    "value instanceof Holder ? ((Holder) value).getValues() :"
                        + " new Object[] {value}")
                + REST);
  }

  @Test
  void twoElementsAreNotOneContent() {
    scenario()
        .file("Box.java", box("new Object[] {value, value}") + " // crash" + REST)
        .expectNothing();
  }
}
