package dev.mendgate.gateway.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TreeExportTest {
  private final Path folder;
  private final ScratchRepository scratch;

  TreeExportTest(@TempDir Path folder) throws Exception {
    this.folder = folder.toRealPath();
    this.scratch = ScratchRepository.in(Files.createDirectory(folder.resolve("work")));
  }

  private TreeExport.Result export(String commit) {
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      return TreeExport.write(repository, commit, folder.resolve("out"));
    }
  }

  private Path exported(String path) {
    return folder.resolve("out").resolve(path);
  }

  @Test
  void writesCommittedBytesAndModesNotWhatLiesInTheWorkingCopy() throws Exception {
    scratch.write("a/run.sh", "#!/bin/sh\r\n").write("b.bin", new byte[] {0, -1, 13, 10});
    scratch.git("add", "-A");
    scratch.git("update-index", "--chmod=+x", "a/run.sh");
    scratch.git("commit", "-q", "-m", "first");
    String commit = scratch.git("rev-parse", "HEAD").strip();
    scratch.write("b.bin", "changed").write("c.txt", "not committed");

    assertEquals(2, export(commit).files());

    assertEquals("#!/bin/sh\r\n", Files.readString(exported("a/run.sh")));
    assertTrue(Files.isExecutable(exported("a/run.sh")));
    assertEquals(4, Files.size(exported("b.bin")));
    assertFalse(Files.exists(exported("c.txt")));
  }

  @Test
  void keepsOnlyLinksThatStayInside() throws Exception {
    scratch.write("in/deep/file.txt", "x");
    Path work = scratch.root();
    Files.createSymbolicLink(work.resolve("good"), Path.of("in/deep/file.txt"));
    Files.createSymbolicLink(work.resolve("absolute"), Path.of("/etc"));
    Files.createSymbolicLink(work.resolve("up"), Path.of("../work"));
    Files.createSymbolicLink(work.resolve("in/deep/top"), Path.of("../.."));
    Files.createSymbolicLink(work.resolve("sly"), Path.of("in/deep/top/.."));
    Files.createSymbolicLink(work.resolve("circle"), Path.of("circle"));

    TreeExport.Result result = export(scratch.commit("links"));

    assertEquals("x", Files.readString(exported("good")));
    assertTrue(Files.isSymbolicLink(exported("in/deep/top")));
    for (String path : List.of("absolute", "up", "sly", "circle")) {
      assertFalse(Files.exists(exported(path), LinkOption.NOFOLLOW_LINKS), path);
    }
    assertEquals(4, result.skipped().size(), result.skipped().toString());
  }

  @Test
  void writesNothingOutsideForACraftedTree() throws Exception {
    scratch.commit("first");
    Files.createDirectory(folder.resolve("outside"));
    String commit;
    try (GitRepository repository = GitRepository.open(scratch.root());
        ObjectInserter inserter = repository.git().newObjectInserter()) {
      ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {'x'});
      ObjectId target = inserter.insert(Constants.OBJ_BLOB, "../outside".getBytes());
      TreeFormatter inner = new TreeFormatter();
      inner.append("planted", FileMode.SYMLINK, target);
      TreeFormatter up = new TreeFormatter();
      up.append("escaped.txt", FileMode.REGULAR_FILE, blob);
      TreeFormatter tree = new TreeFormatter();
      byte[] dots = "..".getBytes();
      tree.append(dots, 0, 2, FileMode.TREE, inserter.insert(up));
      tree.append("link", FileMode.SYMLINK, target);
      tree.append("link", FileMode.TREE, inserter.insert(inner));
      CommitBuilder builder = new CommitBuilder();
      builder.setTreeId(inserter.insert(tree));
      PersonIdent person = new PersonIdent("E", "e@example.org");
      builder.setAuthor(person);
      builder.setCommitter(person);
      builder.setMessage("crafted");
      commit = inserter.insert(builder).name();
      inserter.flush();
    }

    export(commit);

    assertFalse(Files.exists(folder.resolve("escaped.txt")));
    try (var planted = Files.list(folder.resolve("outside"))) {
      assertEquals(List.of(), planted.toList());
    }
  }

  @Test
  void leavesSubmodulesOutAndSaysSo() {
    String first = scratch.write("a.txt", "a").commit("first");
    scratch.git("update-index", "--add", "--cacheinfo", "160000," + first + ",module");
    scratch.git("commit", "-q", "-m", "submodule");

    TreeExport.Result result = export(scratch.git("rev-parse", "HEAD").strip());

    assertEquals(List.of("module: submodule"), result.skipped());
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws Exception {
    String commit = scratch.write("a.txt", "a").commit("first");
    Files.createDirectories(exported("x"));

    assertThrows(SourceException.class, () -> export(commit));
  }
}
