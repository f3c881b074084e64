package dev.mendgate.gateway.source;

import dev.mendgate.fixer.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** The files of one commit; safe for concurrent use. */
public final class CommitTree implements SourceTree {
  /** Text files above this size, in bytes, are not read. */
  public static final int MAX_TEXT_BYTES = 8 << 20;

  private final GitRepository repository;
  private final String commit;
  private final ObjectId tree;
  private volatile @Nullable List<String> javaPaths;

  CommitTree(GitRepository repository, String commit, ObjectId tree) {
    this.repository = repository;
    this.commit = commit;
    this.tree = tree;
  }

  /** Returns whose files they are. */
  GitRepository repository() {
    return repository;
  }

  /** Returns the full id of the commit. */
  public String commit() {
    return commit;
  }

  @Override
  public List<String> javaPaths() {
    List<String> known = javaPaths;
    if (known == null) {
      known = list(PathSuffixFilter.create(".java"), name -> true);
      javaPaths = known;
    }
    return known;
  }

  @Override
  public Optional<String> read(String path) {
    return text(path).map(SourceText::text);
  }

  /** Returns a text file with its charset; empty as for {@link #read}. */
  public Optional<SourceText> text(String path) {
    return bytes(path).flatMap(SourceText::decode);
  }

  /**
   * Returns a text file that has to be there.
   *
   * @throws UnknownPathException where {@link #read} would be empty
   */
  public SourceText require(String path) {
    return text(path)
        .orElseThrow(
            () ->
                new UnknownPathException(
                    "no text file '"
                        + path
                        + "' in commit "
                        + commit.substring(0, 12)
                        + "; give a path from the root of the repository, with /"));
  }

  /**
   * Returns the bytes of a regular file of at most {@link #MAX_TEXT_BYTES}; empty as well where a
   * partial clone lacks them.
   */
  public Optional<byte[]> bytes(String path) {
    try (ObjectReader reader = repository.git().newObjectReader()) {
      ObjectId blob = blob(reader, path);
      // A folder that is missing is damage; a content may have been left out by a filter.
      if (blob == null || !reader.has(blob)) {
        return Optional.empty();
      }
      ObjectLoader loader = reader.open(blob);
      return loader.getSize() > MAX_TEXT_BYTES
          ? Optional.empty()
          : Optional.of(loader.getBytes(MAX_TEXT_BYTES));
    } catch (IOException e) {
      throw UnreadableRepositoryException.because(path + " in commit " + commit, e);
    }
  }

  /**
   * A regular file.
   *
   * @param path path in the source tree, with {@code /}
   * @param content id of what it holds
   */
  public record TreeFile(String path, ObjectId content) {}

  /** Returns the regular files of a suffix, such as {@code .java}, by path. */
  public List<TreeFile> files(String suffix) {
    List<TreeFile> files = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(repository.git())) {
      walk.addTree(tree);
      walk.setRecursive(true);
      walk.setFilter(PathSuffixFilter.create(suffix));
      while (walk.next()) {
        if (isFile(walk)) {
          files.add(new TreeFile(walk.getPathString(), walk.getObjectId(0)));
        }
      }
    } catch (IOException e) {
      throw UnreadableRepositoryException.because("the files of commit " + commit, e);
    }
    files.sort(Comparator.comparing(TreeFile::path));
    return List.copyOf(files);
  }

  /** Returns the text of a content; empty as for {@link #read}. */
  public Optional<String> read(ObjectId content) {
    try (ObjectReader reader = repository.git().newObjectReader()) {
      if (!reader.has(content)) {
        return Optional.empty();
      }
      ObjectLoader loader = reader.open(content);
      return loader.getSize() > MAX_TEXT_BYTES
          ? Optional.empty()
          : SourceText.decode(loader.getBytes(MAX_TEXT_BYTES)).map(SourceText::text);
    } catch (IOException e) {
      throw UnreadableRepositoryException.because("a file of commit " + commit, e);
    }
  }

  /** Returns the id of a regular file's content; null where the path is none. */
  @Nullable ObjectId blob(ObjectReader reader, String path) throws IOException {
    if (path.isEmpty() || path.startsWith("/") || path.endsWith("/")) {
      return null;
    }
    try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
      return walk == null || !isFile(walk) ? null : walk.getObjectId(0);
    }
  }

  /** Says whether a path is a folder; {@code .} is one. */
  public boolean isFolder(String path) {
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (plain.equals(".")) {
      return true;
    }
    if (plain.isEmpty() || plain.startsWith("/")) {
      return false;
    }
    try (TreeWalk walk = TreeWalk.forPath(repository.git(), plain, tree)) {
      return walk != null && walk.isSubtree();
    } catch (IOException e) {
      throw UnreadableRepositoryException.because(path + " in commit " + commit, e);
    }
  }

  /** Returns the id of the root tree. */
  ObjectId tree() {
    return tree;
  }

  /** Returns the regular files whose simple name is wanted, sorted. */
  public List<String> paths(Predicate<String> wanted) {
    return list(TreeFilter.ALL, wanted);
  }

  /**
   * Reads all text files of a suffix, such as {@code .java}, in one pass: faster than {@link #read}
   * for each, and holds one file at a time.
   */
  public void forEachText(String suffix, BiConsumer<String, String> visitor) {
    try (TreeWalk walk = new TreeWalk(repository.git())) {
      walk.addTree(tree);
      walk.setRecursive(true);
      walk.setFilter(PathSuffixFilter.create(suffix));
      while (walk.next()) {
        if (isFile(walk)) {
          ObjectLoader loader = walk.getObjectReader().open(walk.getObjectId(0));
          if (loader.getSize() <= MAX_TEXT_BYTES) {
            SourceText.decode(loader.getBytes(MAX_TEXT_BYTES))
                .ifPresent(text -> visitor.accept(walk.getPathString(), text.text()));
          }
        }
      }
    } catch (IOException e) {
      throw UnreadableRepositoryException.because("the files of commit " + commit, e);
    }
  }

  private List<String> list(TreeFilter filter, Predicate<String> wanted) {
    List<String> paths = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(repository.git())) {
      walk.addTree(tree);
      walk.setRecursive(true);
      walk.setFilter(filter);
      while (walk.next()) {
        if (isFile(walk) && wanted.test(walk.getNameString())) {
          paths.add(walk.getPathString());
        }
      }
    } catch (IOException e) {
      throw UnreadableRepositoryException.because("the files of commit " + commit, e);
    }
    paths.sort(null);
    return List.copyOf(paths);
  }

  private static boolean isFile(TreeWalk walk) {
    return FileMode.REGULAR_FILE.equals(walk.getRawMode(0))
        || FileMode.EXECUTABLE_FILE.equals(walk.getRawMode(0));
  }
}
