package dev.mendgate.gateway.source.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mendgate.gateway.source.frame.Outline.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutlineTest {
  private static final Outline OUTLINE =
      OutlineReader.read(
          """
          package p;
          @Deprecated
          public class A extends Base<String> {
            static final int S = one();
            int f = two();
            static { three(); }
            { four(); }
            A(int x) {
              five();
            }
            void m(int a) {
              run(() -> {
                six();
              });
              new Thread() {
                int g = seven();
                public void run() {
                  eight();
                }
              }.start();
              class Local {
                void m() {
                  nine();
                }
              }
              ten();
            }
            static void m(String s) {
              switch (e) { case X: eleven(); }
            }
            enum E implements I {
              X(twelve()) {
                void body() {
                  thirteen();
                }
              },
              Y;
              E() {
              }
            }
            record R(
                int left,
                int right) {
              R {
                fourteen();
              } static int left(int x) { return x; }
            }
            interface I {
              int C = fifteen();
              private void hidden() {
                sixteen();
              }
              static void open() {
                seventeen();
              }
            }
            static class $Odd$ {
              void odd() {
                eighteen();
              }
            }
            static class Plain {
              static void plain() {}
            }
          }
          class Second {
            Runnable r = () -> {
              nineteen();
            };
          }
          """);

  @ParameterizedTest
  @CsvSource({
    "A, <clinit>, 4",
    "A, <init>, 5",
    "A, <clinit>, 6",
    "A, <init>, 7",
    "A, <init>, 9",
    "A, m, 12",
    "A, lambda$m$0, 13",
    "A, lambda$m$deadbeef$1, 13",
    "A, lambda$null$1, 13",
    "A, lambda$3, 13",
    "A, m, 15",
    "A$1, <init>, 15",
    "A$1, <init>, 16",
    "A$1, run, 18",
    "A$2, run, 18",
    "A$1Local, m, 23",
    "A, m, 26",
    "A, m, 29",
    "A, m_aroundBody0, 26",
    "A, access$100, 3",
    "A, compareTo, 3",
    "A, compareTo, 2",
    "A$3, <clinit>, 29",
    "A$E, <clinit>, 32",
    "A$E$1, body, 34",
    "A$E, values, 31",
    "A$E, <init>, 38",
    "A$R, <init>, 45",
    "A$R, left, 42",
    "A$R, toString, 41",
    "A$I, <clinit>, 49",
    "A$I, hidden, 51",
    "A$I, open, 54",
    "A$$Odd$, odd, 59",
    "Second, lambda$new$0, 69",
    "Second, <init>, 67"
  })
  void findsCodeWhereTheCompilerPutsIt(String type, String method, int line) {
    assertEquals(Fit.INSIDE, OUTLINE.fit(new BinaryName("p", type), method, line));
  }

  @ParameterizedTest
  @CsvSource({
    "A, <clinit>, 5",
    "A, <init>, 4",
    "A, <init>, 3",
    "A, <init>, 2",
    "A, <clinit>, 3",
    "A, <init>, 12",
    "A, m, 18",
    "A, m, 23",
    "A, m, 9",
    "A, m, 31",
    "A, lambda$m$0, 26",
    "A, lambda$m$0, 12",
    "A, lambda$new$0, 13",
    "A, lambda$static$0, 13",
    "A, access$100, 9",
    "A$1, run, 23",
    "A$1, other, 18",
    "A$1Local, m, 12",
    "A$2Other, m, 23",
    "A$Local, m, 23",
    "A$E, body, 34",
    "A$E$1, body, 29",
    "A$3, run, 29",
    "A$I, hidden, 54",
    "A$R, <init>, 42",
    "A$E, valueOf, 33",
    "A$Plain, plain, 62",
    "B, m, 12",
    "Second, m, 12"
  })
  void doubtsCodeAnywhereElse(String type, String method, int line) {
    assertEquals(Fit.OUTSIDE, OUTLINE.fit(new BinaryName("p", type), method, line));
  }

  @Test
  void takesNamesThatWereNoKeywordsOnce() {
    Outline old =
        OutlineReader.read(
            "package a.enum;\nclass A {\n  void m(Object enum) {\n    int assert = 1;\n  }\n}\n");

    assertEquals(Fit.INSIDE, old.fit(new BinaryName("a.enum", "A"), "m", 4));
    assertEquals(Fit.OUTSIDE, old.fit(new BinaryName("a.enum", "A"), "m", 6));
  }

  @Test
  void admitsThatItCannotReadAFile() {
    Outline broken = OutlineReader.read("class A {\n void m( {\n}\n");

    assertEquals(Fit.UNKNOWN, broken.fit(new BinaryName("", "A"), "n", 3));
    assertEquals(3, broken.lineCount());
  }

  @Test
  void survivesNestingThatNobodyWrites() {
    String deep = "class A { int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }";

    assertEquals(Fit.UNKNOWN, OutlineReader.read(deep).fit(new BinaryName("", "A"), "m", 1));
  }
}
