package dev.mendgate.sandbox.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BuildErrorsTest {
  private static final Path CHECKOUT = Path.of("/some/where");

  @Test
  void an_error_in_a_source_comes_before_what_maven_says_of_it() {
    String output =
        """
        [INFO] Compiling 3 source files
        [ERROR] COMPILATION ERROR :
        [ERROR] /some/where/src/A.java:[3,5] cannot find symbol
        [ERROR] Failed to execute goal compile
        """;

    assertEquals("src/A.java:[3,5] cannot find symbol", BuildErrors.first(output, CHECKOUT));
  }

  @Test
  void without_a_source_the_first_error_is_it() {
    String output = "[INFO] x\n[ERROR] Could not resolve dependencies\n[ERROR] more\n";

    assertEquals("Could not resolve dependencies", BuildErrors.first(output, CHECKOUT));
  }

  @Test
  void credentials_do_not_reach_the_output() {
    assertEquals(
        "GET https://***@host/x token=***",
        BuildProcess.clean("GET https://me:pw@host/x token=abc"));
  }
}
