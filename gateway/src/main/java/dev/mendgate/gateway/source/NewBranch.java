package dev.mendgate.gateway.source;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * One commit on top of another, written into the object store without a working copy.
 *
 * @param base full id of the commit it builds on
 * @param files content of each file that is added or replaced, by path
 * @param message commit message
 * @param author who the commit is by, now
 */
public record NewBranch(
    String base, Map<String, byte[]> files, String message, PersonIdent author) {
  public NewBranch {
    files = Map.copyOf(files);
    files.keySet().forEach(NewBranch::requireInside);
  }

  /** Writes the commit and returns its id; no branch points to it yet. */
  ObjectId write(GitRepository repository) throws IOException {
    Repository git = repository.git();
    RevCommit parent = repository.parse(base);
    try (ObjectInserter inserter = git.newObjectInserter();
        ObjectReader reader = git.newObjectReader()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder builder = index.builder();
      builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, parent.getTree());
      builder.finish();
      DirCacheEditor editor = index.editor();
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.getValue());
        editor.add(new Content(file.getKey(), blob));
      }
      editor.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentId(parent);
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private static void requireInside(String path) {
    boolean outside =
        path.isEmpty()
            || path.startsWith("/")
            || path.contains("\\")
            || ("/" + path + "/").contains("/../")
            || ("/" + path + "/").contains("//")
            || ("/" + path.toLowerCase(Locale.ROOT) + "/").contains("/.git/");
    if (outside) {
      throw new SourceException("not a path inside the repository: " + path);
    }
  }

  /** Replaces a file's content and keeps its mode; a new file is a regular one. */
  private static final class Content extends DirCacheEditor.PathEdit {
    private final ObjectId blob;

    Content(String path, ObjectId blob) {
      super(path);
      this.blob = Objects.requireNonNull(blob);
    }

    @Override
    public void apply(DirCacheEntry entry) {
      if (entry.getRawMode() == 0) {
        entry.setFileMode(FileMode.REGULAR_FILE);
      }
      entry.setObjectId(blob);
    }
  }
}
