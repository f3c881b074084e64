package dev.mendgate.fixer.rules.guard;

import dev.mendgate.fixer.RuleScenario;
import org.junit.jupiter.api.Test;

final class GuardEmptyTest {
  private static RuleScenario scenario() {
    return RuleScenario.of(new GuardEmpty());
  }

  @Test
  void theIteratorIsAskedFirst() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              Object first(java.util.Iterator<?> all) {
                return all.next(); // crash
              }
            }
            """)
        .insideOf("java.util.Collections$EmptyIterator", "next")
        .fails("java.util.NoSuchElementException", null)
        .expectAmong(
            """
            class A {
              Object first(java.util.Iterator<?> all) {
                if (!all.hasNext()) {
                  return null;
                }
                return all.next();
              }
            }
            """);
  }

  @Test
  void anEmptyStackIsLeftAlone() {
    scenario()
        .file(
            "A.java",
            """
            class A {
              java.util.Stack<String> open = new java.util.Stack<>();
              void close() {
                open.pop(); // crash
              }
            }
            """)
        .insideOf("java.util.Stack", "peek")
        .insideOf("java.util.Stack", "pop")
        .fails("java.util.EmptyStackException", null)
        .expectFirst(
            """
            class A {
              java.util.Stack<String> open = new java.util.Stack<>();
              void close() {
                if (!open.isEmpty()) {
                  open.pop();
                }
              }
            }
            """);
  }

  @Test
  void aCallThatNobodyCanAskAboutIsLeftAlone() {
    scenario()
        .file("A.java", "class A {\n  Object next() {\n    return next(); // crash\n  }\n}\n")
        .fails("java.util.NoSuchElementException", null)
        .expectNothing();
  }

  @Test
  void aBufferIsAskedWhetherAnythingRemains() {
    String text =
        """
        class A {
          int sum(java.nio.ByteBuffer bytes, int n) {
            int sum = 0;
            for (int i = 0; i < n%s; i++) {
              sum += bytes.get();%s
            }
            return sum;
          }
        }
        """;
    RuleScenario.of(new GuardEmpty())
        .file("A.java", text.formatted("", " // crash"))
        .insideOf("java.nio.HeapByteBuffer", "get")
        .fails("java.nio.BufferUnderflowException", null)
        .expectAmong(text.formatted(" && bytes.hasRemaining()", ""));
  }
}
