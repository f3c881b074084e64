package dev.mendgate.sandbox.run;

import dev.mendgate.sandbox.run.Isolation.Mode;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Finds out by trying, once, what this machine lets us do. */
final class IsolationProbe {
  private static final Map<Mode, Isolation> FOUND = new EnumMap<>(Mode.class);
  private static final String WORD = "enclosed";
  // A machine under load must not pass for one without namespaces.
  private static final int PATIENCE_SECONDS = 60;

  private IsolationProbe() {}

  /**
   * Returns what is in force under a mode.
   *
   * @throws IllegalStateException if isolation is required and there is none
   * @throws CancellationException if the calling thread was interrupted; nothing is remembered
   */
  static synchronized Isolation find(Mode mode) {
    return FOUND.computeIfAbsent(mode, IsolationProbe::probe);
  }

  private static Isolation probe(Mode mode) {
    ControlGroups groups = ControlGroups.detect();
    if (mode != Mode.NONE) {
      for (Enclosure enclosure : List.of(new UnshareEnclosure(), new BubblewrapEnclosure())) {
        if (works(enclosure)) {
          return new Isolation(enclosure, groups);
        }
      }
    }
    if (mode == Mode.REQUIRED) {
      throw new IllegalStateException(
          "Isolation is required but neither unshare (util-linux) nor bwrap (bubblewrap) works"
              + " here: allow unprivileged user namespaces, or set the isolation to best-effort");
    }
    return new Isolation(new BareEnclosure(), groups);
  }

  static boolean works(Enclosure enclosure) {
    try (Cell cell = Cell.create()) {
      Path jdk = Path.of(System.getProperty("java.home"));
      List<String> command = List.of("sh", "-c", "echo " + WORD + " >&3");
      Inmate inmate = new Inmate(command, List.of(), cell.scratch(), Limits.DEFAULT);
      ControlGroup none = ControlGroups.none().open(Limits.DEFAULT);
      Process process = Launch.start(enclosure, cell, none, inmate, jdk, "/tmp");
      try {
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && answer(process).equals(WORD);
      } finally {
        process.destroyForcibly();
      }
    } catch (ClosedByInterruptException | InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while trying " + enclosure.layers());
    } catch (IOException e) {
      return false;
    }
  }

  private static String answer(Process process) throws IOException {
    return new String(process.getInputStream().readNBytes(64), StandardCharsets.UTF_8).trim();
  }
}
