package dev.mendgate.gateway.source.statement;

import dev.mendgate.fixer.SourceTree;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.statement.scan.BundleText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * The Java files and resource bundles of a tree, and the ids of what they hold; safe for concurrent
 * use.
 */
interface SourceFiles {
  /** Returns the files, by path. */
  List<CommitTree.TreeFile> files();

  /** Returns what a file holds; empty where that is no text, too long, or not there. */
  Optional<String> read(CommitTree.TreeFile file);

  static SourceFiles of(CommitTree tree) {
    List<CommitTree.TreeFile> files = new ArrayList<>(tree.files(".java"));
    tree.files(".properties").stream()
        .filter(file -> BundleText.isBundle(file.path()))
        .forEach(files::add);
    return new SourceFiles() {
      @Override
      public List<CommitTree.TreeFile> files() {
        return List.copyOf(files);
      }

      @Override
      public Optional<String> read(CommitTree.TreeFile file) {
        return tree.read(file.content());
      }
    };
  }

  /** Returns the files of a tree that is no commit's; all of their texts are read to begin with. */
  static SourceFiles of(SourceTree tree) {
    Map<String, String> texts = new HashMap<>();
    List<CommitTree.TreeFile> files = new ArrayList<>();
    try (ObjectInserter.Formatter ids = new ObjectInserter.Formatter()) {
      for (String path : tree.javaPaths()) {
        String text = tree.read(path).orElse("");
        texts.put(path, text);
        ObjectId id = ids.idFor(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
        files.add(new CommitTree.TreeFile(path, id));
      }
    }
    return new SourceFiles() {
      @Override
      public List<CommitTree.TreeFile> files() {
        return List.copyOf(files);
      }

      @Override
      public Optional<String> read(CommitTree.TreeFile file) {
        return Optional.ofNullable(texts.get(file.path()));
      }
    };
  }
}
