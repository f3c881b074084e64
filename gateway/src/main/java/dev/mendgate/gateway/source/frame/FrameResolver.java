package dev.mendgate.gateway.source.frame;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.build.BuildLayout;
import dev.mendgate.gateway.source.build.Relocation;
import dev.mendgate.gateway.source.frame.FrameResolution.Candidate;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import dev.mendgate.gateway.source.frame.FrameResolution.Reason;
import dev.mendgate.gateway.source.frame.FrameResolution.Skipped;
import dev.mendgate.gateway.source.frame.Shading.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the source lines of stack frames in one commit. Safe for concurrent use. */
public final class FrameResolver {
  private static final int MAX_NAME = 1_024;
  private static final int MAX_NOTES = 3;
  private static final int MAX_FILES = 200;

  private record Call(Frame frame, @Nullable Frame callee) {}

  private final CommitTree tree;
  private final List<Relocation> configured;
  private final TypeIndex types;
  private final LineFinder lines;
  private final Outsiders outsiders;
  private volatile @Nullable BuildLayout layout;
  private volatile @Nullable Shading shading;

  /** Resolves frames against the files of a commit. */
  public FrameResolver(CommitTree tree) {
    this(tree, List.of());
  }

  /**
   * Resolves frames against the files of a commit.
   *
   * @param relocations packages that are called otherwise in traces, beside those that the commit's
   *     own build files tell of
   */
  public FrameResolver(CommitTree tree, List<Relocation> relocations) {
    this.tree = tree;
    this.configured = List.copyOf(relocations);
    this.types = new TypeIndex(tree);
    this.lines = new LineFinder(tree);
    this.outsiders = new Outsiders(tree, types);
  }

  /** Finds where a frame stands of which nothing else is known. */
  public FrameResolution resolve(Frame frame) {
    return resolve(List.of(frame)).get(0);
  }

  /**
   * Finds where the frames of one throwable stand. Where several files declare a class, the other
   * frames help to choose.
   *
   * @param frames innermost first
   * @return as many, in the same order
   */
  public List<FrameResolution> resolve(List<Frame> frames) {
    Map<Call, FrameResolution> known = new HashMap<>();
    List<FrameResolution> found = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      Frame callee = i == 0 || frame.line() > 0 ? null : frames.get(i - 1);
      found.add(known.computeIfAbsent(new Call(frame, callee), c -> locate(frame, callee)));
    }
    if (found.stream().noneMatch(FrameResolver::isAmbiguous)) {
      return List.copyOf(found);
    }
    NeighbourSearch neighbours = new NeighbourSearch(frames, found, layout());
    List<FrameResolution> ranked = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      FrameResolution one = found.get(i);
      ranked.add(
          one instanceof Found several && isAmbiguous(one)
              ? ranked(several, i == 0 ? null : frames.get(i - 1), neighbours.around(i))
              : one);
    }
    return List.copyOf(ranked);
  }

  private static boolean isAmbiguous(FrameResolution resolution) {
    return resolution instanceof Found found && found.candidates().size() > 1;
  }

  private Found ranked(Found found, @Nullable Frame callee, Neighbours neighbours) {
    Frame frame = found.frame();
    BinaryName type = BinaryName.of(frame.className());
    CandidateRanking ranking =
        new CandidateRanking(layout(), type, ArchiveName.of(frame.origin()), neighbours);
    List<String> notes = new ArrayList<>(found.notes());
    List<String> reasons = new ArrayList<>();
    List<Candidate> ordered = ranking.order(found.candidates(), reasons);
    if (!reasons.isEmpty()) {
      // What was found in the other files would only confuse.
      lines.find(ordered.get(0).path(), type, frame, callee, notes);
      notes.addAll(reasons);
    }
    return new Found(found.frame(), ordered, notes);
  }

  private FrameResolution locate(Frame frame, @Nullable Frame callee) {
    if (frame.className().length() > MAX_NAME || frame.method().length() > MAX_NAME) {
      return new Skipped(Reason.THIRD_PARTY, "the frame's name is longer than names are");
    }
    BinaryName type = BinaryName.of(frame.className());
    if (Language.ofFile(frame.file()).isPresent()) {
      return outsiders.otherLanguage(type, frame);
    }
    Optional<GeneratedClass> generated = GeneratedClass.of(type);
    if (generated.isPresent() && !isWritten(type, frame.file())) {
      return generated(generated.get(), frame, callee);
    }
    Optional<FrameResolution> own = declared(type, frame, callee, List.of());
    if (own.isPresent()) {
      return own.get();
    }
    if (type.platform()) {
      return outsiders.explain(type, frame);
    }
    for (Written written : shading().undo(type)) {
      Optional<FrameResolution> original =
          declared(written.type(), frame, callee, List.of(note(type, written)));
      if (original.isPresent()) {
        return original.get();
      }
    }
    return outsiders.explain(type, frame);
  }

  private static String note(BinaryName type, Written written) {
    return "%s is %s in the source: relocated by %s"
        .formatted(type.full(), written.type().full(), written.rule().source());
  }

  /** Finds the class in Java files; empty where none declares it. */
  private Optional<FrameResolution> declared(
      BinaryName type, Frame frame, @Nullable Frame callee, List<String> told) {
    List<String> paths = paths(type, frame.file());
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    Frame named =
        new Frame(type.full(), frame.method(), frame.file(), frame.line(), frame.origin());
    List<String> notes = new ArrayList<>();
    List<Candidate> candidates =
        paths.stream()
            .sorted(SourceFolders.mainFirst(type.packageName()))
            .limit(MAX_FILES)
            .flatMap(path -> lines.find(path, type, named, callee, notes).stream())
            .toList();
    if (candidates.isEmpty()) {
      String note = notes.stream().limit(MAX_NOTES).collect(Collectors.joining("; "));
      return Optional.of(new Skipped(Reason.NO_LINE, paths.get(0), note));
    }
    boolean oneFile = candidates.stream().map(Candidate::path).distinct().count() == 1;
    if (oneFile) {
      notes.addAll(0, told);
    }
    return Optional.of(new Found(named, candidates, oneFile ? notes : told));
  }

  /** A name that looks generated may be somebody's choice all the same. */
  private boolean isWritten(BinaryName type, @Nullable String file) {
    List<String> paths =
        file != null && file.endsWith(".java") ? types.declaring(type, file) : types.named(type);
    return paths.stream().anyMatch(path -> lines.declares(path, type));
  }

  private List<String> paths(BinaryName type, @Nullable String file) {
    if (file != null && file.endsWith(".java")) {
      return types.declaring(type, file);
    }
    return type.platform() ? List.of() : types.declaring(type);
  }

  /** A class made from another may have kept its code, and then its lines. */
  private FrameResolution generated(GeneratedClass generated, Frame frame, @Nullable Frame callee) {
    String what = frame.className() + " is " + generated.what();
    BinaryName written = generated.of();
    if (written == null) {
      return new Skipped(Reason.GENERATED, what);
    }
    String of = what + " of " + written.full();
    Optional<FrameResolution> code =
        frame.line() < 1 ? Optional.empty() : declared(written, frame, callee, List.of(of));
    if (code.isPresent() && code.get() instanceof Found found && found.best().plausible()) {
      return found;
    }
    List<String> paths = paths(written, null);
    return new Skipped(Reason.GENERATED, paths.isEmpty() ? null : paths.get(0), of);
  }

  private BuildLayout layout() {
    BuildLayout known = layout;
    if (known == null) {
      known = BuildLayout.of(tree);
      layout = known;
    }
    return known;
  }

  private Shading shading() {
    Shading known = shading;
    if (known == null) {
      known = new Shading(configured, layout().relocations());
      shading = known;
    }
    return known;
  }
}
