package dev.mendgate.sandbox.run.inmates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each test looks for a way out and passes if there is none. */
class Curious {
  @Test
  void reachesNoNetwork() {
    int port = Integer.getInteger("port");
    assertThrows(IOException.class, () -> connect("127.0.0.1", port));
    assertThrows(IOException.class, () -> connect("192.0.2.1", 80));
  }

  @Test
  void seesNoEnvironment() {
    Set<String> allowed =
        Set.of("LANG", "LC_ALL", "TZ", "PATH", "JAVA_HOME", "HOME", "TMPDIR", "PWD", "SHLVL", "_");
    Set<String> seen = new TreeSet<>(System.getenv().keySet());
    seen.remove("OLDPWD");
    seen.removeAll(allowed);
    assertEquals(Set.of(), seen);
  }

  @Test
  void seesNoFilesOfTheHost() {
    for (String path :
        List.of(System.getProperty("secret"), "/etc/shadow", "/var", "/sys", "/run")) {
      assertFalse(Files.exists(Path.of(path)), path);
    }
  }

  @Test
  void seesNoProcessOfTheHost() {
    assertTrue(ProcessHandle.allProcesses().count() < 10);
    long host = Long.getLong("host");
    assertFalse(Files.isReadable(Path.of("/proc/" + host + "/environ")));
  }

  @Test
  void writesNowhereElse() {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    String folder = Arrays.stream(entries).filter(e -> new File(e).isDirectory()).findFirst().get();
    for (String path : List.of(folder, "/", "/usr", "/etc", "/proc/sys/kernel", "/dev")) {
      assertThrows(
          IOException.class, () -> Files.writeString(Path.of(path, "intruder"), "x"), path);
    }
    assertThrows(IOException.class, () -> open("/proc/sys/kernel/core_pattern"));
    assertThrows(IOException.class, () -> open("/proc/sysrq-trigger"));
  }

  @Test
  void hasNoPowers() throws Exception {
    String status = Files.readString(Path.of("/proc/self/status"));
    assertTrue(status.contains("CapEff:\t0000000000000000"), status);
    assertTrue(status.contains("CapBnd:\t0000000000000000"), status);
    assertTrue(status.contains("NoNewPrivs:\t1"), status);
    assertTrue(new ProcessBuilder("unshare", "-U", "true").start().waitFor() != 0);
    assertTrue(new ProcessBuilder("mount", "-o", "remount,rw", "/usr").start().waitFor() != 0);
  }

  /** The JVM opens files of its own, but it was started by a shell that does not. */
  @Test
  void inheritsNoDescriptor() throws IOException {
    String[] names = new File("/proc/1/fd").list();
    assertNotNull(names);
    for (String name : names) {
      String target = Files.readSymbolicLink(Path.of("/proc/1/fd", name)).toString();
      assertTrue(target.matches("(pipe|anon_inode):.*"), name + " -> " + target);
    }
  }

  @Test
  void writesIntoWorkingAndTemporaryFolder() throws IOException {
    Files.writeString(Path.of(System.getProperty("java.io.tmpdir"), "note"), "x");
    if (!Boolean.getBoolean("copyOnWrite")) {
      assertThrows(IOException.class, () -> Files.writeString(Path.of("note"), "x"));
      return;
    }
    Files.writeString(Path.of("note"), "x");
    Files.writeString(Path.of("existing"), "changed");
    assertEquals("changed", Files.readString(Path.of("existing").toAbsolutePath()));
  }

  /** Opens without writing: where this succeeds, the host is not to be harmed. */
  private static void open(String file) throws IOException {
    Files.newOutputStream(Path.of(file), StandardOpenOption.WRITE).close();
  }

  private static void connect(String host, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 2000);
    }
  }
}
