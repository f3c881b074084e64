package dev.mendgate.gateway.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Lists of commits that a blame is to look through, such as one that formatted everything anew. The
 * format is that of git's {@code blame.ignoreRevsFile}: a full id on each line, with anything
 * behind {@code #} left out. A tag stands for its commit; ids the repository does not have, or that
 * are no commits, are of no account.
 */
public final class IgnoredRevisions {
  /** Where a repository has such a list by convention. */
  public static final String FILE = ".git-blame-ignore-revs";

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{40}");

  private final GitRepository repository;
  private final boolean strict;
  private final Set<ObjectId> commits = new HashSet<>();

  private IgnoredRevisions(GitRepository repository, boolean strict) {
    this.repository = repository;
    this.strict = strict;
  }

  /**
   * Reads a list.
   *
   * @param name what to call it when something is wrong with it
   * @throws SourceException where a line is something else than an id
   */
  public static Set<ObjectId> parse(GitRepository repository, String name, byte[] list) {
    return new IgnoredRevisions(repository, true).read(name, list);
  }

  /**
   * Reads the list that a commit has at {@value #FILE}; empty where it has none.
   *
   * @throws SourceException where a line is something else than an id
   */
  public static Optional<Set<ObjectId>> at(CommitTree tree) {
    return tree.bytes(FILE).map(list -> parse(tree.repository(), FILE, list));
  }

  /** Reads the list that a commit has at {@value #FILE}, its lines that are no ids left out. */
  public static Set<ObjectId> inUse(CommitTree tree) {
    return tree.bytes(FILE)
        .map(list -> new IgnoredRevisions(tree.repository(), false).read(FILE, list))
        .orElse(Set.of());
  }

  private Set<ObjectId> read(String name, byte[] list) {
    String[] lines = new String(list, StandardCharsets.UTF_8).split("\n", -1);
    try (RevWalk walk = new RevWalk(repository.git())) {
      for (int i = 0; i < lines.length; i++) {
        String line = lines[i].replaceFirst("(?s)#.*", "").strip();
        if (ID.matcher(line).matches()) {
          add(ObjectId.fromString(line), walk);
        } else if (strict && !line.isEmpty()) {
          throw new SourceException(
              "%s, line %d: '%s' is no commit id; give all 40 hexadecimal digits, # for comments"
                  .formatted(name, i + 1, printable(line)));
        }
      }
    } catch (IOException e) {
      throw UnreadableRepositoryException.because("the commits that " + name + " lists", e);
    }
    return Set.copyOf(commits);
  }

  private void add(ObjectId id, RevWalk walk) throws IOException {
    try {
      RevObject object = walk.peel(walk.parseAny(id));
      if (object instanceof RevCommit commit) {
        commits.add(commit.copy());
      }
    } catch (MissingObjectException e) {
      // As for git, a commit of another branch or clone.
    }
  }

  private static String printable(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= 60 ? line : line.substring(0, 60) + "...";
  }
}
