package dev.mendgate.fixer.rules.types;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class UnwrapBeforeCastTest {
  private static final String CAST = "java.lang.ClassCastException";

  private static RuleScenario scenario(String actual, String wanted) {
    return RuleScenario.of(new UnwrapBeforeCast())
        .fails(
            CAST,
            "class " + actual + " cannot be cast to class " + wanted + " (in unnamed module)");
  }

  @Test
  void aProjectTypesOwnAccessorGivesWhatWasWanted() {
    scenario("Boxed", "Plain")
        .file("Plain.java", "class Plain {}\n")
        .file(
            "Boxed.java",
            "class Boxed {\n  public Plain content() {\n    return new Plain();\n  }\n}\n")
        .file(
            "A.java", "class A {\n  Plain f(Object o) {\n    return (Plain) o; // crash\n  }\n}\n")
        .expectFirst(
            "class A {\n  Plain f(Object o) {\n    if (o instanceof Boxed) {\n"
                + "      return ((Boxed) o).content();\n    }\n    return (Plain) o;\n  }\n}\n");
  }

  @Test
  void aClassOnlyTheJdkMayNameIsAskedThroughItsInterface() {
    scenario("sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl", "java.lang.Class")
        .file(
            "A.java",
            "import java.lang.reflect.Type;\n\nclass A {\n  String f(Type t) {\n"
                + "    return ((Class) t).getName(); // crash\n  }\n}\n")
        .expectFirst(
            "import java.lang.reflect.ParameterizedType;\nimport java.lang.reflect.Type;\n\nclass A {\n"
                + "  String f(Type t) {\n    return (t instanceof ParameterizedType ?"
                + " (Class) ((ParameterizedType) t).getRawType() : (Class) t).getName();\n  }\n}\n");
  }

  @Test
  void aFactoryIsNoAccessor() {
    scenario("Boxed", "Plain")
        .file("Plain.java", "class Plain {}\n")
        .file(
            "Boxed.java",
            "class Boxed {\n  public Plain createPlain() {\n    return new Plain();\n  }\n}\n")
        .file(
            "A.java", "class A {\n  Plain f(Object o) {\n    return (Plain) o; // crash\n  }\n}\n")
        .expectNothing();
  }

  @Test
  void whatMayNotBeAskedTwiceIsLeftAlone() {
    scenario("Boxed", "Plain")
        .file("Plain.java", "class Plain {}\n")
        .file(
            "Boxed.java",
            "class Boxed {\n  public Plain content() {\n    return new Plain();\n  }\n}\n")
        .file(
            "A.java",
            "import java.util.Iterator;\n\nclass A {\n  Plain f(Iterator<?> o) {\n"
                + "    return (Plain) o.next(); // crash\n  }\n}\n")
        .expectNothing();
  }
}
