package dev.mendgate.gateway.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blame that is computed once: whole commits are kept in files, single files in a bounded part of
 * the memory.
 */
public final class StoredBlame implements BlameIndex {
  private static final Logger LOG = LoggerFactory.getLogger(StoredBlame.class);
  private static final String SUFFIX = ".blame";
  private static final int KEPT_COMMITS = 4;
  private static final int KEPT_FILES = 512;
  private static final int KEPT_ARCHIVES = 2;

  private record Place(String commit, String path) {}

  private final GitRepository repository;
  private final HistoryBlame history;
  private final Path folder;
  private final Map<Place, FileBlame> files = LastUsed.of(KEPT_FILES);
  private final Map<String, BlameArchive> archives = LastUsed.of(KEPT_ARCHIVES);

  /**
   * Keeps the blame of one repository in a folder of its own, which is made when it is needed.
   *
   * @param repository stays the caller's to close
   */
  public StoredBlame(GitRepository repository, Path folder) {
    this.repository = repository;
    this.history = new HistoryBlame(repository);
    this.folder = folder;
  }

  @Override
  public FileBlame blame(String commit, String path) {
    Optional<FileBlame> indexed = archive(commit).flatMap(archive -> archive.blame(path));
    if (indexed.isPresent()) {
      return indexed.get();
    }
    Place place = new Place(commit, path);
    FileBlame known = files.get(place);
    if (known == null) {
      known = history.blame(commit, path);
      files.put(place, known);
    }
    return known;
  }

  /**
   * Blames all Java files of a commit and keeps the answer, so that later lookups walk no history;
   * does nothing where that was done before.
   *
   * @param commit full id
   */
  public IndexSummary index(String commit, IndexProgress progress) {
    Optional<BlameArchive> present = archive(commit);
    if (present.isPresent()) {
      return present.get().summary(true);
    }
    List<String> paths = repository.tree(commit).javaPaths();
    Map<String, FileBlame> blames = new TreeMap<>();
    progress.advanced("blame", 0, paths.size());
    int done = 0;
    for (String path : paths) {
      blame(commit, path, blames);
      progress.advanced("blame", ++done, paths.size());
    }
    BlameArchive archive = BlameArchive.of(commit, blames);
    DataFiles.replace(file(commit), archive.bytes());
    archives.put(commit, archive);
    dropOldest();
    return archive.summary(false);
  }

  /** A file whose history is not all there must not cost the others their index. */
  private void blame(String commit, String path, Map<String, FileBlame> blames) {
    try {
      blames.put(path, history.blame(commit, path));
    } catch (SourceException e) {
      LOG.warn("{} is left out of the blame index: {}", path, e.getMessage());
    }
  }

  private Optional<BlameArchive> archive(String commit) {
    BlameArchive known = archives.get(commit);
    if (known != null) {
      return Optional.of(known);
    }
    Path file = file(commit);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Optional<BlameArchive> read = read(file);
    read.filter(archive -> archive.summary(true).commit().equals(commit))
        .ifPresent(archive -> archives.put(commit, archive));
    return Optional.ofNullable(archives.get(commit));
  }

  private static Optional<BlameArchive> read(Path file) {
    try {
      Optional<BlameArchive> archive = BlameArchive.read(Files.readAllBytes(file));
      if (archive.isEmpty()) {
        LOG.warn("blame index {} is damaged or of another version; it will be built anew", file);
        Files.deleteIfExists(file);
      }
      return archive;
    } catch (IOException e) {
      LOG.warn("cannot read blame index {}: {}", file, e.toString());
      return Optional.empty();
    }
  }

  private void dropOldest() {
    try (Stream<Path> present = Files.list(folder)) {
      List<Path> newestFirst =
          present
              .filter(file -> file.toString().endsWith(SUFFIX))
              .sorted(Comparator.comparing(StoredBlame::written).reversed())
              .toList();
      for (Path old :
          newestFirst.subList(Math.min(KEPT_COMMITS, newestFirst.size()), newestFirst.size())) {
        Files.deleteIfExists(old);
      }
    } catch (IOException e) {
      LOG.warn("cannot clear old blame indexes in {}: {}", folder, e.toString());
    }
  }

  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private Path file(String commit) {
    return folder.resolve(commit + SUFFIX);
  }
}
