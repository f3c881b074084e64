package dev.mendgate.sandbox.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.Launcher;
import org.objectweb.asm.tree.ClassNode;

class ProbedOverlayTest {
  @Test
  void every_class_of_a_real_jar_still_verifies_with_every_line_probed()
      throws IOException, URISyntaxException, ReflectiveOperationException {
    LineProbes probes = new LineProbes();
    Map<String, byte[]> classes = new HashMap<>();
    for (Class<?> member : List.of(ClassNode.class, Test.class, Launcher.class)) {
      classes.putAll(probeAll(member, probes));
    }
    Verifying loader = new Verifying(classes);
    for (String name : classes.keySet()) {
      link(loader, name);
    }

    assertTrue(classes.size() > 300, "only " + classes.size() + " classes");
    assertTrue(probes.size() > 1_000, "only " + probes.size() + " lines");
  }

  @Test
  void only_lines_with_code_count(@TempDir Path overlay) throws IOException {
    String path = "shop/Sample.class";
    Files.createDirectories(overlay.resolve("shop"));
    String source =
        "package shop;\nclass Sample {\n  // nothing\n  int f(int a) {\n    return a;\n  }\n}\n";
    dev.mendgate.sandbox.compile.Javac javac =
        new dev.mendgate.sandbox.compile.Javac(java.time.Duration.ofMinutes(1));
    javac.compile(
        new dev.mendgate.sandbox.compile.Sources.InMemory(Map.of("src/shop/Sample.java", source)),
        dev.mendgate.sandbox.compile.CompilerSettings.of(List.of(), 17, "UTF-8"),
        overlay);
    byte[] before = Files.readAllBytes(overlay.resolve(path));

    Optional<LineProbes> probes =
        ProbedOverlay.probe(overlay, Map.of("src/shop/Sample.java", lines(3, 5)));

    assertEquals(
        List.of(new LineProbes.SourceLine("src/shop/Sample.java", 5)),
        probes.orElseThrow().lines());
    assertTrue(Files.size(overlay.resolve(path)) > before.length);
  }

  private static BitSet lines(int first, int last) {
    BitSet lines = new BitSet();
    lines.set(first, last + 1);
    return lines;
  }

  private static Map<String, byte[]> probeAll(Class<?> member, LineProbes probes)
      throws IOException, URISyntaxException {
    Map<String, byte[]> probed = new HashMap<>();
    Path jar = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(ProbedOverlayTest::isClass).toList()) {
        try (InputStream in = file.getInputStream(entry)) {
          byte[] original = in.readAllBytes();
          byte[] result = new ProbeInserter("any.java", lines(0, 65_535), probes).insert(original);
          String name = entry.getName().replace('/', '.').replaceAll("\\.class$", "");
          probed.put(name, result == null ? original : result);
        }
      }
    }
    return probed;
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") && !entry.getName().contains("-info");
  }

  /** Initialising verifies first; what the class then does in its initialiser is not the point. */
  private static void link(ClassLoader loader, String name) throws ClassNotFoundException {
    try {
      assertNotNull(Class.forName(name, true, loader));
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      return; // it was verified before its initialiser ran, or needs a library that is not here
    }
  }

  /** Defines the probed classes itself; classes of such a loader are verified. */
  private static final class Verifying extends ClassLoader {
    private final Map<String, byte[]> classes;

    Verifying(Map<String, byte[]> classes) {
      super(ProbedOverlayTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        byte[] bytes = classes.get(name);
        if (loaded != null || bytes == null) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    }
  }
}
