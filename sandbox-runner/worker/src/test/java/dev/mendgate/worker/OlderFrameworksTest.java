package dev.mendgate.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.worker.Order.Target;
import dev.mendgate.worker.samples.Four;
import dev.mendgate.worker.samples.FourBrokenSetUp;
import dev.mendgate.worker.samples.FourByRow;
import dev.mendgate.worker.samples.Nothing;
import dev.mendgate.worker.samples.Three;
import java.util.List;
import org.junit.jupiter.api.Test;

class OlderFrameworksTest {
  private final Recording recording = new Recording();
  private final TestFramework four = new JUnit4Framework(recording.reporter);
  private final TestFramework three = new JUnit3Framework(recording.reporter);

  @Test
  void junit_4_reports_each_test() throws Exception {
    assertTrue(four.run(Four.class, null));
    assertEquals(
        List.of(
            "assumes SKIPPED",
            "fails FAILED",
            "ignored SKIPPED",
            "inherited PASSED",
            "passes PASSED"),
        recording.outcomes());
  }

  @Test
  void junit_4_runs_one_method_with_all_its_parameters() throws Exception {
    assertTrue(four.run(FourByRow.class, "isZero"));
    assertEquals(List.of("isZero[0] PASSED", "isZero[1] FAILED"), recording.outcomes());
  }

  @Test
  void junit_4_blames_the_class_for_its_set_up() throws Exception {
    assertTrue(four.run(FourBrokenSetUp.class, null));
    assertEquals(List.of("<class> FAILED"), recording.outcomes());
  }

  @Test
  void junit_4_runs_junit_3() throws Exception {
    assertTrue(four.run(Three.class, "testFails"));
    assertEquals(List.of("testFails FAILED"), recording.outcomes());
  }

  @Test
  void junit_3_reports_each_test() throws Exception {
    assertTrue(three.run(Three.class, null));
    assertEquals(List.of("testFails FAILED", "testPasses PASSED"), recording.outcomes());
  }

  @Test
  void junit_3_runs_one_method() throws Exception {
    assertTrue(three.run(Three.class, "testPasses"));
    assertEquals(List.of("testPasses PASSED"), recording.outcomes());
  }

  @Test
  void a_class_without_tests_is_nobodys() {
    assertFalse(four.run(Nothing.class, null));
    assertFalse(three.run(Nothing.class, null));
  }

  @Test
  void the_framework_that_knows_the_class_runs_it() throws Exception {
    Frameworks frameworks = Frameworks.onClassPath(recording.reporter);
    frameworks.run(new Target(Four.class.getName(), "passes"));
    frameworks.run(new Target(Nothing.class.getName(), null));
    frameworks.run(new Target(Four.class.getName(), "noSuchMethod"));
    assertEquals(
        List.of("<class> FAILED", "<class> SKIPPED", "passes PASSED"), recording.outcomes());
  }
}
