package dev.mendgate.sandbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.mendgate.sandbox.run.TestResult.Status;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTest {
  private static final String CURIOUS = "dev.mendgate.sandbox.run.inmates.Curious";

  @BeforeEach
  void needs_namespaces() {
    assumeFalse(
        Workers.isolation(Isolation.Mode.BEST_EFFORT).layers().startsWith("process"),
        "this machine has no namespaces");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reachesNoNetwork",
        "seesNoEnvironment",
        "seesNoFilesOfTheHost",
        "seesNoProcessOfTheHost",
        "writesNowhereElse",
        "hasNoPowers",
        "inheritsNoDescriptor",
        "writesIntoWorkingAndTemporaryFolder"
      })
  void there_is_no_way_out(String method, @TempDir Path cwd, @TempDir Path elsewhere)
      throws Exception {
    Path secret = Files.writeString(elsewhere.resolve("secret"), "s");
    Path existing = Files.writeString(cwd.resolve("existing"), "as it was");
    WorkerResult result;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> flags =
          List.of(
              "-Dport=" + server.getLocalPort(),
              "-Dsecret=" + secret,
              "-Dhost=" + ProcessHandle.current().pid());
      TestSelector test = new TestSelector(CURIOUS, method);
      WorkerRequest request = Inside.request(cwd, Inside.QUICK, flags, test);
      result = Workers.create(Isolation.Mode.REQUIRED).run(request);
    }

    assertEquals(Ending.COMPLETED, result.ending(), result::toString);
    assertEquals(Status.PASSED, result.results().get(0).status(), result::toString);
    assertEquals("as it was", Files.readString(existing));
    assertFalse(Files.exists(cwd.resolve("note")));
  }
}
