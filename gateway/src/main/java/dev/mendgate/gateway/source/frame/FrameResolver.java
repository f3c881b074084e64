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
import org.jspecify.annotations.Nullable;

/** Finds the source lines of stack frames in one commit. Safe for concurrent use. */
public final class FrameResolver {
  private static final int MAX_NAME = 1_024;

  private record Call(Frame frame, @Nullable Frame callee) {}

  private final CommitTree tree;
  private final List<Relocation> configured;
  private final LineFinder lines;
  private final DeclaredFrames declared;
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
    TypeIndex types = new TypeIndex(tree);
    this.lines = new LineFinder(tree);
    this.declared = new DeclaredFrames(types, lines);
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
    if (generated.isPresent() && !declared.isWritten(type, frame.file())) {
      return declared.generated(generated.get(), frame, callee);
    }
    Optional<FrameResolution> own = declared.find(type, frame, callee, List.of());
    if (own.isPresent()) {
      return own.get();
    }
    if (type.platform()) {
      return outsiders.explain(type, frame);
    }
    for (Written written : shading().undo(type)) {
      Optional<FrameResolution> original =
          declared.find(written.type(), frame, callee, List.of(note(type, written)));
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
