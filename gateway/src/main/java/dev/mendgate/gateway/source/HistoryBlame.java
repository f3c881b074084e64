package dev.mendgate.gateway.source;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Finds blame by walking the history of one file at a time; keeps nothing. */
public final class HistoryBlame implements BlameIndex {
  /** Share of equal content, in percent, above which git takes a file for a renamed one. */
  static final int RENAME_SCORE = 50;

  private final GitRepository repository;

  /** Blames files of one repository, which stays the caller's to close. */
  public HistoryBlame(GitRepository repository) {
    this.repository = repository;
  }

  @Override
  public FileBlame blame(String commit, String path) {
    if (repository.tree(commit).bytes(path).isEmpty()) {
      throw new UnknownPathException(
          "no file '"
              + path
              + "' of readable size in commit "
              + commit.substring(0, 12)
              + "; give a path from the root of the repository, with /");
    }
    try {
      return walk(commit, path);
    } catch (IOException e) {
      throw UnreadableRepositoryException.because("the history of " + path, e);
    }
  }

  /** A clone may lack objects that only a comparison with other renamed files needs. */
  private FileBlame walk(String commit, String path) throws IOException {
    try {
      return walk(commit, path, true);
    } catch (MissingObjectException e) {
      return walk(commit, path, false);
    }
  }

  private FileBlame walk(String commit, String path, boolean followRenames) throws IOException {
    List<FileBlame.Run> runs = new ArrayList<>();
    try (BlameGenerator generator = new BlameGenerator(repository.git(), path)) {
      generator.setFollowFileRenames(followRenames);
      if (followRenames) {
        generator.getRenameDetector().setRenameScore(RENAME_SCORE);
      }
      generator.setTextComparator(RawTextComparator.DEFAULT);
      generator.setDiffAlgorithm(LineDiff.ALGORITHM);
      generator.push(null, ObjectId.fromString(commit));
      while (generator.next()) {
        runs.add(run(generator));
      }
    }
    runs.sort(Comparator.comparingInt(FileBlame.Run::first));
    return new FileBlame(runs);
  }

  private static FileBlame.Run run(BlameGenerator generator) {
    RevCommit source = generator.getSourceCommit();
    PersonIdent author = generator.getSourceAuthor();
    BlamedLine origin =
        new BlamedLine(
            source.name(),
            author.getName(),
            author.getEmailAddress(),
            Instant.ofEpochSecond(author.getWhenAsInstant().getEpochSecond()),
            Instant.ofEpochSecond(source.getCommitTime()),
            generator.getSourcePath(),
            generator.getSourceStart() + 1,
            source.getShortMessage());
    return new FileBlame.Run(generator.getResultStart() + 1, generator.getRegionLength(), origin);
  }
}
