package dev.mendgate.gateway.source.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.StoredBlame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceResolverTest {
  private static final String A = "package p;\nclass A {\n  void a() {\n    b.b();\n  }\n}\n";
  private static final String B = "package p;\nclass B {\n  void b() {\n    throw null;\n  }\n}\n";
  private static final Frame IN_A = new Frame("p.A", "a", "A.java", 4);
  private static final Frame IN_B = new Frame("p.B", "b", "B.java", 4);
  private static final Frame JDK = new Frame("java.util.HashMap", "get", "HashMap.java", 550);
  private static final Frame TEST = new Frame("p.ATest", "t", "ATest.java", 2);

  private final ScratchRepository scratch;
  private final Path data;
  private final String deployed;

  TraceResolverTest(@TempDir Path folder) throws Exception {
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.data = folder.resolve("data");
    this.deployed =
        scratch
            .write("src/main/java/p/A.java", A)
            .write("src/main/java/p/B.java", B)
            .write("src/test/java/p/ATest.java", "package p; class ATest { void t() {\n} }\n")
            .commit("deployed");
  }

  private ResolvedTrace resolve(String target, Frame... frames) {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      return new TraceResolver(repository, new StoredBlame(repository, data), List.of())
          .resolve(List.of(frames), deployed, target);
    }
  }

  @Test
  void keepsTheOrderOfProjectFramesAndCountsThem() {
    ResolvedTrace trace = resolve(deployed, JDK, IN_B, JDK, IN_A, TEST);

    assertEquals(
        List.of(
            new CrashSite("src/main/java/p/B.java", 4, IN_B, 0),
            new CrashSite("src/main/java/p/A.java", 4, IN_A, 1)),
        trace.crashSites());
    assertTrue(trace.sites().get(0).exact());
  }

  @Test
  void takesTestSourcesWhereThereIsNothingElse() {
    ResolvedTrace trace = resolve(deployed, JDK, TEST);

    assertEquals(
        List.of(new CrashSite("src/test/java/p/ATest.java", 2, TEST, 0)), trace.crashSites());
    assertTrue(trace.sites().get(0).test());
  }

  @Test
  void followsFramesFromTheDeployedCommitToHead() {
    scratch.git("mv", "src/main/java/p/A.java", "src/main/java/p/Z.java");
    String head =
        scratch
            .write("src/main/java/p/B.java", "// c\n" + B.replace("throw null", "throw x"))
            .commit("head");

    ResolvedTrace trace = resolve(head, IN_B, IN_A);

    assertEquals(new CrashSite("src/main/java/p/B.java", 4, IN_B, 0), trace.crashSites().get(0));
    assertFalse(trace.sites().get(0).exact());
    assertEquals(new CrashSite("src/main/java/p/Z.java", 4, IN_A, 1), trace.crashSites().get(1));
    assertEquals("src/main/java/p/A.java", trace.sites().get(1).deployedPath());
    assertTrue(trace.notes().toString().contains("was changed after the deployed"));
  }

  @Test
  void leavesOutAndNamesAFrameWhoseFileIsGone() {
    scratch.git("rm", "-q", "src/main/java/p/B.java");
    String head = scratch.commit("delete");

    ResolvedTrace trace = resolve(head, IN_B, IN_A);

    assertEquals(List.of(new CrashSite("src/main/java/p/A.java", 4, IN_A, 0)), trace.crashSites());
    assertTrue(trace.notes().toString().contains("B.java was deleted"), trace.notes().toString());
  }

  @Test
  void listsARecursionOnce() {
    assertEquals(2, resolve(deployed, IN_B, IN_A, IN_B, IN_A, IN_B).sites().size());
  }
}
