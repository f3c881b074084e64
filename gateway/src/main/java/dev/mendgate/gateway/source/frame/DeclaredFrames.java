package dev.mendgate.gateway.source.frame;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.frame.FrameResolution.Candidate;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import dev.mendgate.gateway.source.frame.FrameResolution.Reason;
import dev.mendgate.gateway.source.frame.FrameResolution.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Frames of classes that Java files of the commit declare. */
final class DeclaredFrames {
  private static final int MAX_NOTES = 3;
  private static final int MAX_FILES = 200;

  private final TypeIndex types;
  private final LineFinder lines;

  DeclaredFrames(TypeIndex types, LineFinder lines) {
    this.types = types;
    this.lines = lines;
  }

  /** Finds the class in Java files; empty where none declares it. */
  Optional<FrameResolution> find(
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
  boolean isWritten(BinaryName type, @Nullable String file) {
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
  FrameResolution generated(GeneratedClass generated, Frame frame, @Nullable Frame callee) {
    String what = frame.className() + " is " + generated.what();
    BinaryName written = generated.of();
    if (written == null) {
      return new Skipped(Reason.GENERATED, what);
    }
    String of = what + " of " + written.full();
    Optional<FrameResolution> code =
        frame.line() < 1 ? Optional.empty() : find(written, frame, callee, List.of(of));
    if (code.isPresent() && code.get() instanceof Found found && found.best().plausible()) {
      return found;
    }
    List<String> paths = paths(written, null);
    return new Skipped(Reason.GENERATED, paths.isEmpty() ? null : paths.get(0), of);
  }
}
