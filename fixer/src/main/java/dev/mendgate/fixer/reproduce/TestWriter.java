package dev.mendgate.fixer.reproduce;

import dev.mendgate.fixer.CrashSite;
import dev.mendgate.fixer.Failure;
import dev.mendgate.fixer.Reproducer;
import dev.mendgate.fixer.SourceTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes attempts as test files in the project's style. */
final class TestWriter {
  private final Failure failure;
  private final CrashSite site;
  private final SourceTree tree;
  private final TestStyle style;

  TestWriter(Failure failure, CrashSite site, SourceTree tree, TestStyle style) {
    this.failure = failure;
    this.site = site;
    this.tree = tree;
    this.style = style;
  }

  Reproducer write(Attempt attempt) {
    String packageName =
        attempt.fixture().map(Fixture::packageName).orElse(attempt.target().owner().packageName());
    String folder = folder(attempt, packageName);
    String simple = simpleName(folder, attempt.target().owner().name());
    TestStyle.Framework framework =
        attempt.fixture().map(Fixture::framework).orElse(style.framework());
    String method = methodName(attempt, framework);
    List<String> kept = attempt.fixture().map(Fixture::imports).orElse(List.of());
    ImportTable imports = new ImportTable(packageName, kept, Set.of(simple));
    String body =
        imports
            .resolve(type(attempt, simple, method, framework))
            .replace(FixtureCutter.CLASS_NAME, simple);
    StringBuilder text = new StringBuilder();
    if (!packageName.isEmpty()) {
      text.append("package ").append(packageName).append(";\n\n");
    }
    if (!imports.lines().isEmpty()) {
      text.append(String.join("\n", imports.lines())).append("\n\n");
    }
    String className = packageName.isEmpty() ? simple : packageName + "." + simple;
    String path = (folder.isEmpty() ? "" : folder + "/") + simple + ".java";
    return new Reproducer(path, className, method, text.append(body).toString(), attempt.kind());
  }

  private String folder(Attempt attempt, String packageName) {
    if (attempt.fixture().isPresent()) {
      String path = attempt.fixture().get().path();
      return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
    String folders = packageName.replace('.', '/');
    return style.testRoot().isEmpty() || folders.isEmpty()
        ? style.testRoot() + folders
        : style.testRoot() + "/" + folders;
  }

  private String simpleName(String folder, TypeName type) {
    Set<String> taken = new HashSet<>(tree.javaPaths());
    String stem = type.simple() + "MendgateReproducer";
    String name = stem + "Test";
    for (int i = 2; taken.contains((folder.isEmpty() ? "" : folder + "/") + name + ".java"); i++) {
      name = stem + i + "Test";
    }
    return name;
  }

  private static String methodName(Attempt attempt, TestStyle.Framework framework) {
    Target target = attempt.target();
    String verb =
        target.isConstructor()
            ? "new" + target.owner().name().simple()
            : JavaText.decapitalised(target.name());
    boolean stress = attempt.kind() == Reproducer.Kind.STRESS;
    String name = verb + attempt.label() + (stress ? "LosesNothing" : "DoesNotFail");
    return framework == TestStyle.Framework.JUNIT3 ? "test" + JavaText.capitalised(name) : name;
  }

  private String type(
      Attempt attempt, String simple, String method, TestStyle.Framework framework) {
    boolean junit3 = framework == TestStyle.Framework.JUNIT3;
    String header = attempt.fixture().map(Fixture::header).orElse("");
    if (junit3 && header.isEmpty()) {
      header = " extends " + TypeName.mark("junit.framework.TestCase");
    }
    String members =
        attempt.fixture().map(Fixture::members).orElse(List.of()).stream()
            .map(member -> style.indent() + member + "\n\n")
            .collect(Collectors.joining());
    return comment()
        + "public class "
        + simple
        + header
        + " {\n"
        + members
        + method(attempt, method, framework)
        + "}\n";
  }

  private String comment() {
    String where =
        site.frame().className()
            + "."
            + site.frame().method()
            + "("
            + site.path().substring(site.path().lastIndexOf('/') + 1)
            + ":"
            + site.line()
            + ")";
    String what = failure.exceptionType();
    return "/**\n * Reproduces "
        + what
        + "\n * at "
        + where.replace("<", "").replace(">", "")
        + ".\n */\n";
  }

  private String method(Attempt attempt, String method, TestStyle.Framework framework) {
    String one = style.indent();
    StringBuilder text = new StringBuilder();
    if (framework != TestStyle.Framework.JUNIT3) {
      boolean five = framework == TestStyle.Framework.JUNIT5;
      text.append(one)
          .append('@')
          .append(TypeName.mark(five ? "org.junit.jupiter.api.Test" : "org.junit.Test"))
          .append('\n');
    }
    boolean stress = attempt.kind() == Reproducer.Kind.STRESS;
    String thrown = stress ? "java.lang.Throwable" : "java.lang.Exception";
    text.append(one).append("public void ").append(method);
    text.append("() throws ").append(TypeName.mark(thrown)).append(" {\n");
    for (String statement : attempt.statements()) {
      text.append(
          attempt.fixture().isPresent() ? one + one + statement + "\n" : indented(2, statement));
    }
    text.append(one).append("}\n");
    attempt.helpers().forEach(helper -> text.append('\n').append(indented(1, helper)));
    return text.toString();
  }

  /** Indents a generated statement, whose own levels are two blanks wide. */
  private String indented(int levels, String statement) {
    return statement
        .lines()
        .map(
            line -> {
              int blanks = line.length() - line.stripLeading().length();
              return style.indent().repeat(levels + blanks / 2) + line.strip() + "\n";
            })
        .collect(Collectors.joining());
  }
}
