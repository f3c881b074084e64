package dev.mendgate.gateway.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Writes a commit's files into a folder, so that they can be built without touching the working
 * copy. The commit is not trusted: nothing is written or linked outside the folder.
 */
public final class TreeExport {
  private final Path root;
  private final List<String> skipped = new ArrayList<>();
  private final Map<Path, String> links = new LinkedHashMap<>();
  private int files;

  private TreeExport(Path root) {
    this.root = root;
  }

  /**
   * What was written.
   *
   * @param files number of regular files
   * @param skipped paths that were left out, each with the reason
   */
  public record Result(int files, List<String> skipped) {
    public Result {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Exports all files of a commit; submodules, and links that lead outside, are left out.
   *
   * @param folder an empty folder, or one that is yet to be made
   * @throws SourceException where the folder is not empty or cannot be written
   */
  public static Result write(GitRepository repository, String commit, Path folder) {
    try {
      Files.createDirectories(folder);
      try (var present = Files.list(folder)) {
        if (present.findAny().isPresent()) {
          throw new SourceException("cannot export into " + folder + ": it is not empty");
        }
      }
      TreeExport export = new TreeExport(folder.toRealPath());
      export.writeFiles(repository, commit);
      export.writeLinks();
      return new Result(export.files, export.skipped);
    } catch (IOException e) {
      throw new SourceException("cannot export commit " + commit + " into " + folder + ": " + e, e);
    }
  }

  private void writeFiles(GitRepository repository, String commit) throws IOException {
    try (ObjectReader reader = repository.git().newObjectReader();
        TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(repository.tree(commit).tree());
      while (walk.next()) {
        String name = walk.getNameString();
        if (!isSafe(name)) {
          skipped.add(walk.getPathString() + ": unsafe name");
        } else if (walk.isSubtree()) {
          walk.enterSubtree();
        } else {
          writeEntry(reader, walk);
        }
      }
    }
  }

  private void writeEntry(ObjectReader reader, TreeWalk walk) throws IOException {
    String path = walk.getPathString();
    FileMode mode = walk.getFileMode(0);
    try {
      Path file = root.resolve(path);
      if (mode == FileMode.GITLINK) {
        skipped.add(path + ": submodule");
      } else if (mode == FileMode.SYMLINK) {
        byte[] target = reader.open(walk.getObjectId(0)).getBytes(4096);
        links.put(file, new String(target, StandardCharsets.UTF_8));
      } else {
        writeFile(reader, walk, file, mode == FileMode.EXECUTABLE_FILE);
      }
    } catch (MissingObjectException e) {
      skipped.add(path + ": its content is missing from the repository");
    } catch (FileAlreadyExistsException | InvalidPathException e) {
      skipped.add(path + ": this file system cannot hold it beside the others");
    }
  }

  private void writeFile(ObjectReader reader, TreeWalk walk, Path file, boolean executable)
      throws IOException {
    var content = reader.open(walk.getObjectId(0));
    createParent(file);
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      content.copyTo(out);
    }
    files++;
    if (executable && Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(file, permissions);
    }
  }

  /** Makes all links first: only then is it known where a link through another one leads. */
  private void writeLinks() throws IOException {
    for (Path link : links.keySet()) {
      createParent(link);
    }
    for (Map.Entry<Path, String> link : links.entrySet()) {
      try {
        createLink(link.getKey(), Path.of(link.getValue()));
      } catch (FileAlreadyExistsException
          | InvalidPathException
          | UnsupportedOperationException e) {
        skipped.add(root.relativize(link.getKey()) + ": link cannot be made");
      }
    }
    for (Path link : links.keySet()) {
      if (Files.isSymbolicLink(link) && !staysInside(link)) {
        Files.delete(link);
        skipped.add(root.relativize(link) + ": link leads nowhere inside the repository");
      }
    }
  }

  /** Refuses a place behind another link: a crafted tree may have both of one name. */
  private static void createLink(Path link, Path target) throws IOException {
    Path parent = link.resolveSibling("");
    if (!parent.toRealPath().equals(parent.normalize())) {
      throw new FileAlreadyExistsException(link.toString());
    }
    Files.createSymbolicLink(link, target);
  }

  private static void createParent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  private boolean staysInside(Path link) {
    try {
      return link.toRealPath().startsWith(root);
    } catch (IOException e) {
      // Dangling, or in a circle.
      return false;
    }
  }

  private static boolean isSafe(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && !name.equalsIgnoreCase(".git")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == 0);
  }
}
