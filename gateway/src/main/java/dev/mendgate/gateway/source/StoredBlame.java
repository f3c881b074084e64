package dev.mendgate.gateway.source;

import dev.mendgate.gateway.source.blame.BlameModes;
import dev.mendgate.gateway.source.blame.BlameStore;
import dev.mendgate.gateway.source.blame.LineTrails;
import dev.mendgate.gateway.source.blame.Loss;
import dev.mendgate.gateway.source.blame.Runs;
import dev.mendgate.gateway.source.blame.Snapshot;
import dev.mendgate.gateway.source.history.Card;
import dev.mendgate.gateway.source.ownership.Mailmap;
import dev.mendgate.gateway.source.ownership.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Blame of one repository, kept on disk: a commit is indexed whole, a file of any other commit is
 * blamed when it is asked for. The answers are those of {@code git blame}, with people named as
 * {@code .mailmap} says at HEAD.
 */
public final class StoredBlame implements BlameIndex {
  private static final int KEPT_FILES = 512;

  private record Place(String commit, String path, BlameModes modes) {}

  private final GitRepository repository;
  private final BlameStore store;
  private final LineTrails trails;
  private final Map<Place, FileBlame> files = LastUsed.of(KEPT_FILES);
  private final HeadMailmap mailmap;

  /**
   * Keeps the blame of one repository in a folder of its own, which is made when it is needed.
   *
   * @param repository stays the caller's to close
   */
  public StoredBlame(GitRepository repository, Path folder) {
    this(repository, folder, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Keeps the blame of one repository in a folder of its own.
   *
   * @param repository stays the caller's to close
   * @param threads how many threads build the index
   */
  public StoredBlame(GitRepository repository, Path folder, int threads) {
    this.repository = repository;
    this.mailmap = new HeadMailmap(repository);
    this.store = new BlameStore(repository.git(), folder.resolve("blame"), threads);
    this.trails = store.trails();
  }

  @Override
  public FileBlame blame(String commit, String path) {
    try {
      Optional<BlameStore.Answer> indexed = store.find(commit, path, -1);
      if (indexed.isPresent()) {
        return file(commit, path, indexed.get());
      }
      return walked(commit, path, BlameModes.NONE);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable("the history of " + path, e);
    }
  }

  @Override
  public FileBlame blame(String commit, String path, BlameModes modes) {
    if (modes.equals(BlameModes.NONE)) {
      return blame(commit, path);
    }
    try {
      return walked(commit, path, modes);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable("the history of " + path, e);
    }
  }

  @Override
  public BlamedLine blame(String commit, String path, int line) {
    try {
      Optional<BlameStore.Answer> indexed =
          line < 1 ? Optional.empty() : store.find(commit, path, line - 1);
      if (indexed.isEmpty() || line > indexed.get().found().lines()) {
        return BlameIndex.super.blame(commit, path, line);
      }
      BlameStore.Answer answer = indexed.get();
      Runs runs = answer.found().runs();
      int run = runs.find(line - 1);
      int offset = line - 1 - runs.line(run);
      return new Lines(answer.snapshot(), mailmap.get()).line(runs, run, offset);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable("the history of " + path, e);
    }
  }

  /**
   * Blames all text files of a commit and keeps the answer, so that later lookups walk no history;
   * does nothing where that was done before. Costs what changed since another indexed commit.
   *
   * @param commit full id
   */
  public IndexSummary index(String commit, IndexProgress progress) {
    try {
      BlameStore.Indexed indexed = store.index(id(commit), progress::advanced);
      return new IndexSummary(commit, indexed.files(), indexed.lines(), indexed.reused());
    } catch (IOException | UncheckedIOException e) {
      throw unreadable("the history of " + repository.path(), e);
    }
  }

  /** Returns the paths of the text files of a commit, in order; none where it is not indexed. */
  public List<String> paths(String commit) {
    try {
      return store.paths(commit);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable("the files of " + commit, e);
    }
  }

  @Override
  public LineFate follow(String from, String path, int line, String to) {
    try {
      LineTrails.Fate fate = trails.follow(id(from), path, line - 1, id(to));
      Card lostIn = fate.lostIn();
      Loss loss = fate.loss();
      String place = fate.path();
      return lostIn == null || loss == null || place != null && fate.line() >= 0
          ? new LineFate.Present(String.valueOf(place), fate.line() + 1)
          : new LineFate.Lost(place, LineFate.How.valueOf(loss.name()), note(lostIn));
    } catch (IllegalArgumentException e) {
      throw neverThere(path);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable("the history of " + path, e);
    }
  }

  @Override
  public List<LineChange> changes(String commit, String path, int first, int last, int most) {
    try {
      return trails.touches(id(commit), path, first - 1, last, most).stream()
          .map(
              touch ->
                  new LineChange(
                      note(touch.commit()), touch.path(), touch.first() + 1, touch.end()))
          .toList();
    } catch (IllegalArgumentException e) {
      throw neverThere(path);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable("the history of " + path, e);
    }
  }

  private ObjectId id(String commit) {
    return repository.parse(commit).copy();
  }

  private CommitNote note(Card card) {
    return CommitNote.of(line(card, mailmap.get()));
  }

  /** Returns the bytes the index takes on disk, for all its commits. */
  public long size() {
    try {
      return store.size();
    } catch (IOException e) {
      throw new SourceException("cannot read the blame index: " + e + "; check the data folder", e);
    }
  }

  private FileBlame walked(String commit, String path, BlameModes modes) throws IOException {
    Place place = new Place(commit, path, modes);
    FileBlame known = files.get(place);
    if (known == null) {
      known = walk(commit, path, modes);
      files.put(place, known);
    }
    return known;
  }

  private FileBlame walk(String commit, String path, BlameModes modes) throws IOException {
    ObjectId id = id(commit);
    if (repository.tree(commit).bytes(path).isEmpty()) {
      throw unknown(commit, path);
    }
    return file(commit, path, store.blame(id, path, modes, IndexProgress.SILENT::advanced));
  }

  private FileBlame file(String commit, String path, BlameStore.Answer answer) {
    if (answer.found().lines() < 0) {
      throw unknown(commit, path);
    }
    Lines lines = new Lines(answer.snapshot(), mailmap.get());
    Runs runs = answer.found().runs();
    List<FileBlame.Run> all = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      all.add(new FileBlame.Run(runs.line(run) + 1, runs.length(run), lines.line(runs, run, 0)));
    }
    return new FileBlame(all);
  }

  private static UnreadableRepositoryException unreadable(String what, Exception e) {
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    return UnreadableRepositoryException.because(what, cause == null ? e : cause);
  }

  private static UnknownPathException neverThere(String path) {
    return new UnknownPathException(
        "no commit has a file '" + path + "'; give a path from the root of the repository, with /");
  }

  private static UnknownPathException unknown(String commit, String path) {
    return new UnknownPathException(
        "no text file '"
            + path
            + "' of readable size in commit "
            + commit.substring(0, 12)
            + "; give a path from the root of the repository, with /");
  }

  /** Turns numbers into what they stand for, each commit and path once. */
  private static final class Lines {
    private final Snapshot snapshot;
    private final Mailmap mailmap;
    private final Map<Integer, BlamedLine> commits = new HashMap<>();
    private final Map<Integer, String> paths = new HashMap<>();

    Lines(Snapshot snapshot, Mailmap mailmap) {
      this.snapshot = snapshot;
      this.mailmap = mailmap;
    }

    BlamedLine line(Runs runs, int run, int offset) {
      BlamedLine c = commits.computeIfAbsent(runs.commit(run), this::commit);
      return new BlamedLine(
          c.commit(),
          c.authorName(),
          c.authorMail(),
          c.authoredAt(),
          c.committedAt(),
          paths.computeIfAbsent(runs.path(run), snapshot::path),
          runs.original(run) + offset + 1,
          c.summary());
    }

    private BlamedLine commit(int number) {
      return StoredBlame.line(snapshot.card(number), mailmap);
    }
  }

  private static BlamedLine line(Card card, Mailmap mailmap) {
    int mail = card.author().indexOf('<');
    String name = card.author().substring(0, mail).strip();
    Person author =
        mailmap.map(name, card.author().substring(mail + 1, card.author().length() - 1));
    return new BlamedLine(
        card.id().name(),
        author.name(),
        author.mail(),
        Instant.ofEpochSecond(card.authorTime()),
        Instant.ofEpochSecond(card.commitTime()),
        "",
        0,
        card.summary());
  }
}
