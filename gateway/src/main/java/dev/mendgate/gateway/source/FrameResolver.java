package dev.mendgate.gateway.source;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.FrameResolution.Candidate;
import dev.mendgate.gateway.source.FrameResolution.Found;
import dev.mendgate.gateway.source.FrameResolution.Reason;
import dev.mendgate.gateway.source.FrameResolution.Skipped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the source line of a stack frame in one commit. Safe for concurrent use. */
public final class FrameResolver {
  private static final int KEPT_TREES = 64;
  private static final Pattern OTHER_LANGUAGE =
      Pattern.compile(".+\\.(kts?|groovy|gradle|scala|sc|cljc?|aj|js|py|rb)");
  private static final Comparator<Candidate> LIKELIEST_FIRST =
      Comparator.comparing(Candidate::plausible)
          .reversed()
          .thenComparing(Candidate::test)
          .thenComparing(Candidate::path);

  private final CommitTree tree;
  private final TypeIndex types;
  private final Map<String, MethodSpans> spans = LastUsed.of(KEPT_TREES);

  /** Resolves frames against the files of a commit. */
  public FrameResolver(CommitTree tree) {
    this.tree = tree;
    this.types = new TypeIndex(tree);
  }

  /** Finds where a frame stands. */
  public FrameResolution resolve(Frame frame) {
    BinaryName type = BinaryName.of(frame.className());
    if (type.generated()) {
      return new Skipped(Reason.GENERATED, frame.className() + " was generated at run time");
    }
    String file = frame.file();
    if (file != null && OTHER_LANGUAGE.matcher(file).matches()) {
      return otherLanguage(frame, file);
    }
    List<String> paths = paths(type, file);
    if (paths.isEmpty()) {
      return elsewhere(type, frame);
    }
    List<String> notes = new ArrayList<>();
    List<Candidate> candidates =
        paths.stream()
            .flatMap(path -> candidate(path, type, frame, notes).stream())
            .sorted(LIKELIEST_FIRST)
            .toList();
    if (candidates.isEmpty()) {
      return new Skipped(Reason.NO_LINE, String.join("; ", notes));
    }
    explainChoice(type, candidates, notes);
    return new Found(candidates, notes);
  }

  private FrameResolution otherLanguage(Frame frame, String file) {
    return tree.contains(file)
        ? new Skipped(Reason.NOT_REPAIRABLE, file + " is not Java; only Java is repaired")
        : new Skipped(Reason.THIRD_PARTY, absent(frame));
  }

  private static String absent(Frame frame) {
    return "no file of the repository declares " + frame.className();
  }

  private List<String> paths(BinaryName type, @Nullable String file) {
    if (file != null && file.endsWith(".java")) {
      return types.declaring(type, file);
    }
    if (type.platform()) {
      return List.of();
    }
    for (String name : type.topLevelTypes()) {
      List<String> paths = types.declaring(type, name + ".java");
      if (!paths.isEmpty()) {
        return paths;
      }
    }
    return types.declaring(type);
  }

  private static FrameResolution elsewhere(BinaryName type, Frame frame) {
    return type.platform()
        ? new Skipped(Reason.PLATFORM, frame.className() + " belongs to the Java platform")
        : new Skipped(Reason.THIRD_PARTY, absent(frame));
  }

  private Optional<Candidate> candidate(
      String path, BinaryName type, Frame frame, List<String> notes) {
    Optional<String> text = tree.read(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    MethodSpans parsed = spans.computeIfAbsent(path, p -> MethodSpans.of(text.get()));
    boolean test = TestPaths.isTest(path, type.packageName());
    if (frame.line() < 1) {
      return withoutLine(path, type, frame, parsed, test, notes);
    }
    long lines = text.get().lines().count();
    if (frame.line() > lines) {
      notes.add(
          path
              + " has "
              + lines
              + " lines, the frame says "
              + frame.line()
              + ": another revision was deployed");
      return Optional.empty();
    }
    boolean plausible = parsed.spans(type, frame.method(), frame.line());
    if (!plausible) {
      notes.add(
          "line "
              + frame.line()
              + " of "
              + path
              + " is not inside "
              + frame.method()
              + ": another revision may have been deployed");
    }
    return Optional.of(new Candidate(path, frame.line(), test, plausible));
  }

  private static Optional<Candidate> withoutLine(
      String path,
      BinaryName type,
      Frame frame,
      MethodSpans parsed,
      boolean test,
      List<String> notes) {
    notes.add("the frame in " + path + " has no line number");
    return parsed.onlyLineOf(type, frame.method()).stream()
        .mapToObj(line -> new Candidate(path, line, test, false))
        .findFirst();
  }

  private static void explainChoice(
      BinaryName type, List<Candidate> candidates, List<String> notes) {
    if (candidates.size() < 2) {
      return;
    }
    Candidate best = candidates.get(0);
    Candidate next = candidates.get(1);
    String reason =
        best.plausible() != next.plausible()
            ? "its line is inside the method"
            : best.test() != next.test()
                ? "it is not test source"
                : "the first by name; nothing tells it from " + next.path();
    notes.add(
        candidates.size()
            + " files declare "
            + type.packageName()
            + "."
            + type.simple()
            + "; took "
            + best.path()
            + ": "
            + reason);
  }
}
