package dev.mendgate.sandbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendgate.sandbox.run.TestResult.Status;
import dev.mendgate.sandbox.run.WorkerResult.Ending;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscapeTest {
  private static final TestSelector CURIOUS =
      new TestSelector("dev.mendgate.sandbox.run.inmates.Curious", null);
  private static final int QUESTIONS = 8;

  @Test
  void there_is_no_way_out_of_unshare(@TempDir Path cwd, @TempDir Path elsewhere) throws Exception {
    there_is_no_way_out_of(new UnshareEnclosure(), true, cwd, elsewhere);
  }

  @Test
  void there_is_no_way_out_of_bubblewrap(@TempDir Path cwd, @TempDir Path elsewhere)
      throws Exception {
    there_is_no_way_out_of(new BubblewrapEnclosure(), false, cwd, elsewhere);
  }

  private static void there_is_no_way_out_of(
      Enclosure enclosure, boolean copyOnWrite, Path cwd, Path elsewhere) throws Exception {
    assumeTrue(IsolationProbe.works(enclosure), enclosure.layers() + " does not work here");
    Path secret = Files.writeString(elsewhere.resolve("secret"), "s");
    Path existing = Files.writeString(cwd.resolve("existing"), "as it was");
    Worker worker = new ForkedWorker(new Isolation(enclosure, ControlGroups.none()));
    WorkerResult result;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> flags =
          List.of(
              "-Dport=" + server.getLocalPort(),
              "-Dsecret=" + secret,
              "-DcopyOnWrite=" + copyOnWrite,
              "-Dhost=" + ProcessHandle.current().pid());
      result = worker.run(Inside.request(cwd, Inside.QUICK, flags, CURIOUS));
    }

    assertEquals(Ending.COMPLETED, result.ending(), result::toString);
    assertEquals(QUESTIONS, result.results().size());
    result.results().forEach(r -> assertEquals(Status.PASSED, r.status(), r::toString));
    assertEquals("as it was", Files.readString(existing));
    assertFalse(Files.exists(cwd.resolve("note")));
  }
}
