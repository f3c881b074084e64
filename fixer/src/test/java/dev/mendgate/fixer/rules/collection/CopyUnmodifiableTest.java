package dev.mendgate.fixer.rules.collection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class CopyUnmodifiableTest {
  private static final String PATH = "src/main/java/shop/Basket.java";

  private static RuleScenario refuses(String text) {
    return RuleScenario.of(new CopyUnmodifiable())
        .file(PATH, text)
        .fails("java.lang.UnsupportedOperationException", null)
        .insideOf("java.util.AbstractList", "add");
  }

  private static String source(String imports, String body) {
    return "package shop;\n\n" + imports + "\nclass Basket {\n" + body + "}\n";
  }

  private static final String LIST =
      "import java.util.ArrayList;\nimport java.util.Collections;\nimport java.util.List;\n";

  @Test
  void startsAFieldWithAListThatTakesChanges() {
    String body =
        """
          private List<String> items = %s;

          void put(String item) {
            items.add(item);%s
          }
        """;
    refuses(source(LIST, body.formatted("Collections.emptyList()", " // crash")))
        .expectFirst(source(LIST, body.formatted("new ArrayList<>()", "")));
  }

  @Test
  void copiesWhatTheConstructorIsGiven() {
    String body =
        """
          private final List<String> items;

          Basket(List<String> items) {
            this.items = %s;
          }

          static Basket empty() {
            return new Basket(Collections.emptyList());
          }

          void put(String item) {
            items.add(item);%s
          }
        """;
    String rationale =
        refuses(source(LIST, body.formatted("items", " // crash")))
            .expectFirst(source(LIST, body.formatted("new ArrayList<>(items)", "")))
            .rationale();
    assertTrue(rationale.contains("the caller no longer sees"), rationale);
  }

  @Test
  void keepsNullWhereTheClassKnowsIt() {
    String body =
        """
          private List<String> items;

          void setItems(List<String> items) {
            this.items = %s;
          }

          void put(String item) {
            if (items == null) {
              return;
            }
            items.add(item);%s
          }
        """;
    refuses(source(LIST, body.formatted("items", " // crash")))
        .expectFirst(
            source(LIST, body.formatted("items == null ? null : new ArrayList<>(items)", "")));
  }

  @Test
  void copiesTheLocalThatHoldsAFixedSizeArray() {
    String body =
        """
          List<String> split(String text) {
            List<String> parts = %s;
            parts.add("end");%s
            return parts;
          }
        """;
    String imports =
        "import java.util.ArrayList;\nimport java.util.Arrays;\nimport java.util.List;\n";
    refuses(source(imports, body.formatted("Arrays.asList(text.split(\",\"))", " // crash")))
        .expectFirst(
            source(
                imports, body.formatted("new ArrayList<>(Arrays.asList(text.split(\",\")))", "")));
  }

  @Test
  void unwrapsAViewOfANewList() {
    String body =
        """
          private final List<String> items = %s;

          void put(String item) {
            items.add(item);%s
          }
        """;
    String view = "Collections.unmodifiableList(new ArrayList<String>())";
    refuses(source(LIST, body.formatted(view, " // crash")))
        .expectFirst(source(LIST, body.formatted("new ArrayList<String>()", "")));
  }

  @Test
  void copiesWhatAFactoryMethodReturns() {
    String body =
        """
          private static List<String> defaults(String first) {
            return %s;
          }

          List<String> all(String item) {
            defaults("a").add(item);%s
            return null;
          }
        """;
    String imports = "import java.util.ArrayList;\nimport java.util.List;\n";
    refuses(source(imports, body.formatted("List.of(first)", " // crash")))
        .expectFirst(source(imports, body.formatted("new ArrayList<>(List.of(first))", "")));
  }

  @Test
  void changesTheFieldBehindTheOwnView() {
    String body =
        """
          private final List<String> items = new ArrayList<>();

          List<String> items() {
            return Collections.unmodifiableList(items);
          }

          void put(String item) {
            %s.add(item);%s
          }
        """;
    refuses(source(LIST, body.formatted("items()", " // crash")))
        .expectFirst(source(LIST, body.formatted("items", "")));
  }

  @Test
  void copiesTheArgumentOfTheCallerThatPassedIt() {
    String body =
        """
          static void fill(List<String> items) {
            items.add("x");%s
          }

          static void start() {
            fill(%s);%s
          }
        """;
    String imports =
        "import java.util.ArrayList;\nimport java.util.Arrays;\nimport java.util.List;\n";
    refuses(source(imports, body.formatted(" // crash", "Arrays.asList(\"a\")", " // crash 1")))
        .expectFirst(
            source(imports, body.formatted("", "new ArrayList<>(Arrays.asList(\"a\"))", "")));
  }

  @Test
  void findsTheCollectionBehindAnIterator() {
    String body =
        """
          private List<String> items = %s;

          void clean() {
            for (java.util.Iterator<String> it = items.iterator(); it.hasNext(); ) {
              it.next();
              it.remove();%s
            }
          }
        """;
    RuleScenario.of(new CopyUnmodifiable())
        .file(PATH, source(LIST, body.formatted("Collections.singletonList(\"a\")", " // crash")))
        .fails("java.lang.UnsupportedOperationException", "remove")
        .insideOf("java.util.Iterator", "remove")
        .expectFirst(
            source(LIST, body.formatted("new ArrayList<>(Collections.singletonList(\"a\"))", "")));
  }

  @Test
  void copiesAMapKeepingItsOrder() {
    String body =
        """
          private Map<String, String> names;

          Basket(Map<String, String> names) {
            this.names = %s;
          }

          void name(String key) {
            names.put(key, key);%s
          }
        """;
    RuleScenario.of(new CopyUnmodifiable())
        .file(PATH, source("import java.util.Map;\n", body.formatted("names", " // crash")))
        .fails("java.lang.UnsupportedOperationException", null)
        .insideOf("java.util.ImmutableCollections$AbstractImmutableMap", "put")
        .expectFirst(
            source(
                "import java.util.LinkedHashMap;\nimport java.util.Map;\n",
                body.formatted("new LinkedHashMap<>(names)", "")));
  }

  @Test
  void leavesAnExceptionOfTheProjectAlone() {
    RuleScenario.of(new CopyUnmodifiable())
        .file(
            PATH,
            source(
                LIST,
                """
                  private List<String> items = Collections.emptyList();

                  void put(String item) {
                    throw new UnsupportedOperationException("read only"); // crash
                  }
                """))
        .fails("java.lang.UnsupportedOperationException", "read only")
        .expectNothing();
  }

  @Test
  void leavesAViewOfAMapAlone() {
    refuses(
            source(
                "import java.util.Map;\n",
                """
                  void put(Map<String, String> names) {
                    var keys = names.keySet();
                    keys.add("a"); // crash
                  }
                """))
        .expectNothing();
  }
}
