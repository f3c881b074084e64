package dev.mendgate.sandbox.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mendgate.sandbox.build.PreparedProject.Module;
import dev.mendgate.sandbox.compile.Compilation;
import dev.mendgate.sandbox.compile.CompilerSettings;
import dev.mendgate.sandbox.compile.Javac;
import dev.mendgate.sandbox.compile.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSelectionTest {
  private final Path root;
  private final Map<String, String> main = new HashMap<>();
  private final Map<String, String> tests = new HashMap<>();

  TestSelectionTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void tests_come_by_name_then_by_distance_and_strangers_not_at_all() throws IOException {
    main.put("p.Low", "public class Low { public static void f() {} }");
    main.put("p.High", "public class High { public static void f() { Low.f(); } }");
    main.put("p.Other", "public class Other { public static void f() {} }");
    test("p.LowTest", "Other.f();");
    test("p.ADirectTest", "Low.f();");
    test("p.BHighTest", "High.f();");
    test("p.COtherTest", "Other.f();");

    assertEquals(List.of("p.LowTest", "p.ADirectTest", "p.BHighTest"), closest("p.Low", 10));
    assertEquals(List.of("p.LowTest"), closest("p.Low", 1));
  }

  @Test
  void nested_classes_count_as_their_outermost_class() throws IOException {
    main.put("p.Low", "public class Low { public static class In { public static void f() {} } }");
    test("p.ADirectTest", "Low.In.f();");

    assertEquals(List.of("p.ADirectTest"), closest("p.Low$In", 10));
  }

  @Test
  void integration_tests_abstract_classes_and_classes_without_tests_are_left_out()
      throws IOException {
    main.put("p.Low", "public class Low { public static void f() {} }");
    test("p.LowIT", "Low.f();");
    test("p.TestLowITCase", "Low.f();");
    tests.put(
        "p.AbstractTest",
        "abstract class AbstractTest { @org.junit.jupiter.api.Test void t() { Low.f(); } }");
    tests.put("p.NoneTest", "class NoneTest { void t() { Low.f(); } }");
    tests.put("p.InheritsTest", "class InheritsTest extends AbstractTest {}");
    tests.put(
        "p.OldTest",
        "public class OldTest extends junit.framework.TestCase { public void testIt() { Low.f(); } }");

    assertEquals(List.of("p.OldTest", "p.InheritsTest"), closest("p.Low", 10));
  }

  private void test(String name, String statement) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    tests.put(
        name,
        "class %s { @org.junit.jupiter.api.Test void t() { %s } }".formatted(simple, statement));
  }

  private List<String> closest(String changed, int most) throws IOException {
    List<Path> classpath = new ArrayList<>();
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .forEach(classpath::add);
    Path classes = compile(main, classpath, "classes");
    classpath.add(classes);
    Path testClasses = compile(tests, classpath, "tests");
    Module module =
        new Module(
            root, List.of(), List.of(), classes, testClasses, List.of(), 17, "UTF-8", List.of());
    return TestSelection.of(module).closestTo(Set.of(changed), most);
  }

  private Path compile(Map<String, String> types, List<Path> classpath, String folder)
      throws IOException {
    Path into = Files.createDirectories(root.resolve(folder));
    Map<String, String> texts = new HashMap<>();
    types.forEach(
        (name, text) -> texts.put(name.replace('.', '/') + ".java", "package p;\n" + text));
    Compilation outcome =
        new Javac(Duration.ofMinutes(1))
            .compile(
                new Sources.InMemory(texts), CompilerSettings.of(classpath, 17, "UTF-8"), into);
    assertInstanceOf(Compilation.Compiled.class, outcome, outcome.toString());
    return into;
  }
}
