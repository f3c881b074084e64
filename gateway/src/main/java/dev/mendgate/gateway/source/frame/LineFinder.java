package dev.mendgate.gateway.source.frame;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.CommitTree;
import dev.mendgate.gateway.source.LastUsed;
import dev.mendgate.gateway.source.frame.FrameResolution.Candidate;
import dev.mendgate.gateway.source.frame.Outline.Call;
import dev.mendgate.gateway.source.frame.Outline.Fit;
import dev.mendgate.gateway.source.frame.Outline.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and checks the line of a frame in a file that declares its class. */
final class LineFinder {
  private static final int KEPT_OUTLINES = 64;

  private final CommitTree tree;
  private final Map<String, Optional<Outline>> outlines = LastUsed.of(KEPT_OUTLINES);

  LineFinder(CommitTree tree) {
    this.tree = tree;
  }

  /**
   * Returns the places in a file that a frame may mean.
   *
   * @param callee the frame that this one called; null where none is known
   * @param notes takes what a person should know
   */
  List<Candidate> find(
      String path, BinaryName type, Frame frame, @Nullable Frame callee, List<String> notes) {
    Optional<Outline> outline = outline(path);
    if (outline.isEmpty()) {
      return List.of();
    }
    boolean test = SourceFolders.isTest(path, type.packageName());
    if (frame.line() < 1) {
      return withoutLine(path, outline.get().members(type, frame.method()), frame, callee, notes)
          .stream()
          .map(line -> new Candidate(path, line, test, false))
          .toList();
    }
    return withLine(path, type, frame, outline.get(), test, notes).stream().toList();
  }

  /** Says whether the class itself, not only the one around it, is declared in a file. */
  boolean declares(String path, BinaryName type) {
    return outline(path).filter(o -> o.declares(type)).isPresent();
  }

  private Optional<Outline> outline(String path) {
    return outlines.computeIfAbsent(path, p -> tree.read(p).map(OutlineReader::read));
  }

  private static Optional<Candidate> withLine(
      String path,
      BinaryName type,
      Frame frame,
      Outline outline,
      boolean test,
      List<String> notes) {
    if (frame.line() > outline.lineCount()) {
      notes.add(
          "%s has %d lines, the frame says %d: another revision was deployed"
              .formatted(path, outline.lineCount(), frame.line()));
      return Optional.empty();
    }
    Fit fit = outline.fit(type, frame.method(), frame.line());
    if (fit == Fit.OUTSIDE) {
      notes.add(
          "line %d of %s is not inside %s: another revision may have been deployed"
              .formatted(frame.line(), path, frame.method()));
    } else if (fit == Fit.UNKNOWN) {
      notes.add(
          "%s is not Java that can be parsed; line %d is taken from the frame unchecked"
              .formatted(path, frame.line()));
    }
    return Optional.of(new Candidate(path, frame.line(), test, fit == Fit.INSIDE));
  }

  private static List<Integer> withoutLine(
      String path, List<Member> members, Frame frame, @Nullable Frame callee, List<String> notes) {
    String start = "the frame in " + path + " has no line number";
    if (members.isEmpty()) {
      notes.add(start + ", and there is no method " + frame.method());
      return List.of();
    }
    String called = callee == null ? "" : calledName(callee);
    List<Member> calling = members.stream().filter(m -> !lines(m, called).isEmpty()).toList();
    if (calling.size() == 1 && lines(calling.get(0), called).size() == 1) {
      notes.add(start + "; took the only call of " + called + " in " + frame.method());
      return lines(calling.get(0), called);
    }
    List<Member> meant = calling.isEmpty() ? members : calling;
    if (meant.size() == 1) {
      notes.add(start + "; took the line that " + frame.method() + " is declared at");
    } else {
      notes.add(
          "%s, and %s may be any of those declared at lines %s"
              .formatted(
                  start,
                  frame.method(),
                  meant.stream().map(m -> "" + m.at()).collect(Collectors.joining(", "))));
    }
    return meant.stream().map(Member::at).toList();
  }

  private static List<Integer> lines(Member member, String called) {
    return member.calls().stream()
        .filter(call -> call.name().equals(called))
        .map(Call::line)
        .distinct()
        .toList();
  }

  /** Returns what a call of the frame's method is written as. */
  private static String calledName(Frame callee) {
    if (!callee.method().equals("<init>")) {
      return callee.method();
    }
    String type = callee.className();
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
