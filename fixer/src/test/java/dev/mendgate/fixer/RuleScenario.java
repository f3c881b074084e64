package dev.mendgate.fixer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.edit.TextEdit;
import dev.mendgate.fixer.source.ParsedFile;
import dev.mendgate.fixer.source.ParsedSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a rule's story: this source crashes here in this way, so the rule proposes that.
 *
 * <p>The line with the comment {@code // crash} is the innermost in-app frame, {@code // crash 1}
 * the one that called it, and so on; the markers are taken out before the rule sees the text. Every
 * expectation also compiles the source before and after each candidate, and runs the rule once more
 * on the first candidate's outcome, where it must find nothing left to do.
 */
public final class RuleScenario {
  private static final Pattern MARKER = Pattern.compile("[ \\t]*// crash( \\d+)?(?=\\R|$)");

  private final Rule rule;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<Integer, CrashSite> sites = new LinkedHashMap<>();
  private final List<Frame> outside = new ArrayList<>();
  private String exceptionType = "java.lang.NullPointerException";
  private @Nullable String message;
  private boolean compiles = true;
  private boolean runsTwice = true;

  private RuleScenario(Rule rule) {
    this.rule = rule;
  }

  /** Starts a story about a rule. */
  public static RuleScenario of(Rule rule) {
    return new RuleScenario(rule);
  }

  /** Adds a file, with markers where it crashes. */
  public RuleScenario file(String path, String marked) {
    String text = MARKER.matcher(marked).replaceAll("");
    ParsedFile parsed =
        new ParsedSources(new MemoryTree(Map.of(path, text)))
            .parse(path)
            .orElseThrow(() -> new AssertionError("does not parse: " + path));
    Matcher found = MARKER.matcher(marked);
    while (found.find()) {
      int depth = found.group(1) == null ? 0 : Integer.parseInt(found.group(1).strip());
      int line = (int) marked.substring(0, found.start()).lines().count();
      sites.put(depth, new CrashSite(path, line, frame(parsed, line), depth));
    }
    files.put(path, text);
    return this;
  }

  /** Sets the exception that is thrown there; without it, it is a bare NullPointerException. */
  public RuleScenario fails(String type, @Nullable String why) {
    exceptionType = type;
    message = why;
    return this;
  }

  /** Adds a frame of the JDK or a library that lies inside of the innermost in-app frame. */
  public RuleScenario insideOf(String className, String method) {
    outside.add(new Frame(className, method, null, 100));
    return this;
  }

  /** For source of an age that today's compiler refuses. */
  public RuleScenario withoutCompiling() {
    compiles = false;
    return this;
  }

  /** For a rule that cannot know which of several suspects it was. */
  public RuleScenario withoutSecondRun() {
    runsTwice = false;
    return this;
  }

  /** Expects that the best candidate turns the innermost file into this text. */
  public CandidateFix expectFirst(String after) {
    List<CandidateFix> fixes = checked();
    assertFalse(fixes.isEmpty(), () -> rule.name() + " proposes nothing");
    assertEquals(after, fixes.get(0).edits().get(0).patched());
    return fixes.get(0);
  }

  /** Expects that some candidate turns its first file into this text. */
  public CandidateFix expectAmong(String after) {
    List<CandidateFix> fixes = checked();
    return fixes.stream()
        .filter(fix -> fix.edits().get(0).patched().equals(after))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not among the candidates:\n" + outcomes(fixes)));
  }

  /** Expects that the rule leaves this alone. */
  public void expectNothing() {
    List<CandidateFix> fixes = run(files, sites);
    assertTrue(fixes.isEmpty(), () -> "unexpected candidates:\n" + outcomes(fixes));
  }

  /** Returns the candidates after the checks every story gets. */
  public List<CandidateFix> checked() {
    List<CandidateFix> fixes = run(files, sites);
    if (compiles) {
      Compilation.assertCompiles(files);
      fixes.forEach(fix -> Compilation.assertCompiles(patched(fix)));
    }
    fixes.forEach(fix -> assertEquals(rule.name(), fix.rule(), "name of the rule"));
    fixes.forEach(RuleScenario::assertReviewable);
    if (!fixes.isEmpty() && runsTwice) {
      assertNothingLeft(fixes.get(0));
    }
    return fixes;
  }

  /** A reviewer has to be told where, why, and what is different afterwards. */
  private static void assertReviewable(CandidateFix fix) {
    String text = fix.rationale();
    assertTrue(text.matches("(?s).*\\.java\\b.*\\d.*"), () -> "no place: " + text);
    assertTrue(text.split("[.:;,] ").length >= 2, () -> "no cause and change: " + text);
    assertTrue(text.matches("(?s)[\\p{Lu}`].*[.)`]"), () -> "no sentence: " + text);
  }

  private void assertNothingLeft(CandidateFix fix) {
    Map<Integer, CrashSite> moved = new LinkedHashMap<>(sites);
    moved.replaceAll((depth, site) -> moved(site, fix));
    List<CandidateFix> again = run(patched(fix), moved);
    assertTrue(again.isEmpty(), () -> "a second run still proposes:\n" + outcomes(again));
  }

  private List<CandidateFix> run(Map<String, String> texts, Map<Integer, CrashSite> at) {
    List<CrashSite> ordered = at.keySet().stream().sorted().map(depth -> at.get(depth)).toList();
    List<Frame> frames = new ArrayList<>(outside);
    ordered.forEach(site -> frames.add(site.frame()));
    Proposals proposals =
        new Proposer(List.of(rule))
            .propose(new Failure(exceptionType, message, frames), ordered, new MemoryTree(texts));
    assertEquals(List.of(), proposals.notes());
    return proposals.fixes();
  }

  private Map<String, String> patched(CandidateFix fix) {
    Map<String, String> texts = new LinkedHashMap<>(files);
    fix.edits().forEach(edit -> texts.put(edit.path(), edit.patched()));
    return texts;
  }

  private CrashSite moved(CrashSite site, CandidateFix fix) {
    for (FileEdit edit : fix.edits()) {
      if (edit.path().equals(site.path())) {
        return new CrashSite(site.path(), movedLine(edit, site.line()), site.frame(), site.depth());
      }
    }
    return site;
  }

  /** Follows the first character of a line that is not white space through the edits. */
  private static int movedLine(FileEdit edit, int line) {
    List<String> lines = edit.original().lines().toList();
    int offset = 0;
    for (int i = 1; i < line; i++) {
      offset = edit.original().indexOf('\n', offset) + 1;
    }
    String content = lines.get(line - 1);
    offset += content.length() - content.stripLeading().length();
    int shift = 0;
    for (TextEdit change : edit.edits()) {
      if (change.end() <= offset) {
        shift += change.replacement().length() - (change.end() - change.start());
      }
    }
    return 1
        + (int) edit.patched().substring(0, offset + shift).chars().filter(c -> c == '\n').count();
  }

  private static Frame frame(ParsedFile file, int line) {
    List<CallableDeclaration<?>> around = new ArrayList<>();
    file.unit().findAll(CallableDeclaration.class).stream()
        .map(method -> (CallableDeclaration<?>) method)
        .filter(method -> method.getRange().orElseThrow().begin.line <= line)
        .filter(method -> method.getRange().orElseThrow().end.line >= line)
        .forEach(around::add);
    if (around.isEmpty()) {
      throw new AssertionError("no method at line " + line + " of " + file.path());
    }
    CallableDeclaration<?> method = around.get(around.size() - 1);
    String name = method.isConstructorDeclaration() ? "<init>" : method.getNameAsString();
    String simpleFile = file.path().substring(file.path().lastIndexOf('/') + 1);
    return new Frame(binaryName(method), name, simpleFile, line);
  }

  private static String binaryName(CallableDeclaration<?> method) {
    String name = "";
    TypeDeclaration<?> type = method.findAncestor(TypeDeclaration.class).orElseThrow();
    while (type.isNestedType()) {
      name = "$" + type.getNameAsString() + name;
      type = type.findAncestor(TypeDeclaration.class).orElseThrow();
    }
    return type.getFullyQualifiedName().orElseThrow() + name;
  }

  private static String outcomes(List<CandidateFix> fixes) {
    StringBuilder out = new StringBuilder();
    for (CandidateFix fix : fixes) {
      out.append("--- ").append(fix.confidence()).append(' ').append(fix.title()).append('\n');
      fix.edits().forEach(edit -> out.append(edit.patched()).append('\n'));
    }
    return out.toString();
  }
}
