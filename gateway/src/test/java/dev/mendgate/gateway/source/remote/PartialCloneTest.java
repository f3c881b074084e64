package dev.mendgate.gateway.source.remote;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.gateway.config.GitAccess;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.IndexProgress;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.StoredBlame;
import dev.mendgate.gateway.source.TreeExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PartialCloneTest {
  private static final byte[] LARGE = new byte[CommitTree.MAX_TEXT_BYTES + 1];

  private final Path folder;
  private final Path clone;
  private final ScratchRepository scratch;
  private final GitHttpsServer server;

  PartialCloneTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.clone = folder.resolve("clone.git");
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
    this.server = new GitHttpsServer(folder, "x-access-token:t0ps3cret");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void fetch() throws Exception {
    RemoteAccess access =
        new RemoteAccess(Map.of("MENDGATE_GIT_TOKEN_127_0_0_1", "t0ps3cret"), GitAccess.DEFAULT);
    new RepositoryClone(new URIish(server.url("work")), clone, access).update(IndexProgress.SILENT);
  }

  private static byte[] large(int seed) {
    byte[] bytes = LARGE.clone();
    bytes[0] = (byte) seed;
    return bytes;
  }

  private long size() throws IOException {
    try (var files = Files.walk(clone.resolve("objects"))) {
      return files.filter(f -> f.toString().endsWith(".pack")).count();
    }
  }

  @Test
  void leavesLargeContentsOfTheHistoryOutAndFetchesTheLatest() throws Exception {
    scratch.git("config", "uploadpack.allowFilter", "true");
    String old = scratch.write("large.bin", large(1)).write("A.java", "class A {}\n").commit("1");
    String head = scratch.write("large.bin", large(2)).commit("2");

    fetch();

    try (GitRepository repository = GitRepository.open(clone)) {
      assertEquals(Optional.empty(), repository.tree(old).read("large.bin"));
      assertEquals(Optional.of("class A {}\n"), repository.tree(old).read("A.java"));
      TreeExport.Result now = TreeExport.write(repository, head, folder.resolve("now"));
      assertEquals(2, now.files(), now.skipped().toString());
      TreeExport.Result then = TreeExport.write(repository, old, folder.resolve("then"));
      assertEquals(1, then.files(), then.skipped().toString());
    }
    assertEquals((byte) 2, Files.readAllBytes(folder.resolve("now/large.bin"))[0]);
  }

  @Test
  void goesOnWithTheFilterWhenItFetches() throws Exception {
    scratch.git("config", "uploadpack.allowFilter", "true");
    scratch.write("A.java", "class A {}\n").commit("1");
    fetch();
    long before = size();
    String between = scratch.write("large.bin", large(3)).commit("2");
    String head =
        scratch.write("large.bin", "small\n").write("A.java", "class A { }\n").commit("3");

    fetch();

    assertTrue(size() > before);
    try (GitRepository repository = GitRepository.open(clone)) {
      assertEquals(head, repository.head());
      assertEquals(Optional.of("small\n"), repository.tree(head).read("large.bin"));
      assertEquals(Optional.empty(), repository.tree(between).bytes("large.bin"));
    }
  }

  @Test
  void blamesAFileThatWasRenamedBesideOneThatIsMissing() throws Exception {
    scratch.git("config", "uploadpack.allowFilter", "true");
    scratch.write("large.bin", large(4)).write("A.java", "class A {\n int x;\n}\n").commit("1");
    scratch.git("mv", "A.java", "B.java");
    scratch.git("mv", "large.bin", "huge.bin");
    scratch.commit("2");
    scratch.git("rm", "-q", "huge.bin");
    String head = scratch.commit("3");

    fetch();

    try (GitRepository repository = GitRepository.open(clone)) {
      assertEquals(
          3,
          new StoredBlame(repository, clone.resolveSibling("data"))
              .blame(head, "B.java")
              .all()
              .size());
    }
  }

  @Test
  void indexesAHistoryOfWhichContentsAreMissing() throws Exception {
    scratch.git("config", "uploadpack.allowFilter", "true");
    String first = scratch.write("A.java", "class A {\n}\n").commit("1");
    scratch.write("large.txt", large(6)).commit("2");
    scratch.write("large.txt", "small\n").commit("3");
    String head = scratch.write("gone.txt", large(7)).commit("4");

    fetch();

    try (GitRepository repository = GitRepository.open(clone)) {
      StoredBlame blame = new StoredBlame(repository, clone.resolveSibling("data"));
      blame.index(head, IndexProgress.SILENT);
      assertEquals(first, blame.blame(head, "A.java", 1).commit());
      assertEquals(1, blame.blame(head, "large.txt").all().size());
    }
  }

  @Test
  void becomesWholeWhereTheServerHasNoFilterAnyMore() throws Exception {
    scratch.git("config", "uploadpack.allowFilter", "true");
    String old = scratch.write("large.bin", large(8)).commit("1");
    scratch.git("rm", "-q", "large.bin");
    scratch.commit("2");
    fetch();
    scratch.git("config", "uploadpack.allowFilter", "false");
    String head = scratch.write("A.java", "class A {}\n").commit("3");

    fetch();

    try (GitRepository repository = GitRepository.open(clone)) {
      assertEquals(head, repository.head());
      assertEquals(1, TreeExport.write(repository, old, folder.resolve("then")).files());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void keepsPacksFew(String filtered) throws Exception {
    scratch.git("config", "uploadpack.allowFilter", filtered);
    String old = scratch.write("A.java", "class A {}\n").commit("0");
    fetch();
    Files.writeString(clone.resolve("config"), "[gc]\n\tautopacklimit = 2\n", APPEND);
    try (GitRepository open = GitRepository.open(clone)) {
      for (int i = 1; i <= 4; i++) {
        String head = scratch.write("A.java", "class A { int x = " + i + "; }\n").commit("" + i);
        fetch();
        assertTrue(open.tree(head).read("A.java").isPresent());
        assertTrue(open.tree(old).read("A.java").isPresent());
        assertTrue(size() <= 3, size() + " packs");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void clonesWholeWhereTheServerHasNoFilterOrNotThisOne(String allow) throws Exception {
    scratch.git("config", "uploadpack.allowFilter", allow);
    scratch.git("config", "uploadpackfilter.blob:limit.allow", "false");
    byte[] text = large(5);
    String old = scratch.write("large.bin", text).commit("1");
    scratch.git("rm", "-q", "large.bin");
    scratch.write("A.java", "class A {}\n").commit("2");

    fetch();

    try (GitRepository repository = GitRepository.open(clone)) {
      assertEquals(1, TreeExport.write(repository, old, folder.resolve("then")).files());
    }
    assertFalse(
        Files.readString(clone.resolve("config"), StandardCharsets.UTF_8).contains("promisor"));
  }
}
