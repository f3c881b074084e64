package dev.mendgate.fixer.rules.error;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class RestoreInterruptTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new RestoreInterrupt()).fails("java.lang.IllegalStateException", null);
  }

  private static String method(String handler) {
    return "class A {\n  void log() {}\n\n  void f() {\n    try {\n      Thread.sleep(10);\n"
        + "    } catch (InterruptedException e) {\n"
        + handler
        + "    }\n  }\n}\n";
  }

  @Test
  void theFlagIsSetAgain() {
    scenario()
        .file("A.java", method("      log(); // crash\n"))
        .expectFirst(method("      Thread.currentThread().interrupt();\n      log();\n"));
  }

  @Test
  void aFlagThatIsSetIsLeftAlone() {
    scenario()
        .file(
            "A.java", method("      Thread.currentThread().interrupt();\n      log(); // crash\n"))
        .expectNothing();
  }

  @Test
  void aLoopThatGoesOnWaitingWouldSpin() {
    scenario()
        .file(
            "A.java",
            "class A {\n  void log() {}\n\n  void f() {\n    while (true) {\n      try {\n"
                + "        Thread.sleep(10);\n      } catch (InterruptedException e) {\n"
                + "        log(); // crash\n      }\n    }\n  }\n}\n")
        .expectNothing();
  }
}
