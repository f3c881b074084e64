package dev.mendgate.fixer.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mendgate.fixer.CandidateFix;
import dev.mendgate.fixer.MemoryTree;
import dev.mendgate.fixer.edit.FileEdit;
import dev.mendgate.fixer.source.SourceParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DetectorsTest {
  private static final String IMPORTS =
      """
      package a;
      import java.io.*;
      import java.text.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      """;

  /** Each row: the rule, a member that has the weakness, one that looks like it and has not. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "@@",
      textBlock =
          """
          late-null-check @@ int m(String s) { int n = s.length(); if (s == null) { return 0; } return n; } @@ int m(String s) { if (s == null) { return 0; } return s.length(); }
          late-null-check @@ int m(String s) { int n = s.length(); if (s == null) { return 0; } return n; } @@ int m(String s, boolean b) { if (b) { s.length(); } return s == null ? 0 : 1; }
          null-branch @@ int m(String s) { if (s == null) { return s.length(); } return 1; } @@ int m(String s) { if (s == null) { s = ""; return s.length(); } return 1; }
          null-branch @@ boolean m(String s) { return s != null || s.isEmpty(); } @@ boolean m(String s) { return s == null || s.isEmpty(); }
          loop-past-end @@ int m(int[] a) { int n = 0; for (int i = 0; i <= a.length; i++) { n += a[i]; } return n; } @@ int m(int[] a) { int n = 0; for (int i = 0; i <= a.length; i++) { if (i < a.length) { n += a[i]; } } return n; }
          to-array-cast @@ String[] m(List<String> l) { return (String[]) l.toArray(); } @@ String[] m(List<String> l) { return (String[]) l.toArray(new String[0]); }
          to-array-cast @@ String[] m(List<String> l) { return (String[]) l.toArray(); } @@ <E> E[] m(List<E> l) { return (E[]) l.toArray(); }
          endless-recursion @@ int m(int a) { return m(a); } @@ class I { int n(int a) { return T.this.n(a); } } int n(int a) { return a; }
          unchecked-equals @@ int v; public boolean equals(Object o) { return ((T) o).v == v; } @@ int v; public boolean equals(Object o) { return o instanceof T && ((T) o).v == v; }
          unchecked-equals @@ public boolean equals(Object o) { if (getClass() != o.getClass()) { return false; } return true; } @@ public boolean equals(Object o) { if (o == null || getClass() != o.getClass()) { return false; } return true; }
          broken-double-check @@ List<String> f; void m() { if (f == null) { synchronized (this) { if (f == null) { f = new ArrayList<>(); } } } } @@ volatile List<String> f; void m() { if (f == null) { synchronized (this) { if (f == null) { f = new ArrayList<>(); } } } }
          volatile-count @@ volatile int n; void m() { n++; } @@ volatile int n; synchronized void m() { n++; }
          atomic-two-steps @@ AtomicInteger n = new AtomicInteger(); void m() { n.set(n.get() + 1); } @@ AtomicInteger n = new AtomicInteger(); AtomicInteger k; void m() { n.set(k.get() + 1); }
          shared-date-format @@ private static final SimpleDateFormat F = new SimpleDateFormat("yyyy"); String m(Date d) { return F.format(d); } @@ private static final SimpleDateFormat F = new SimpleDateFormat("yyyy"); String m(Date d) { synchronized (F) { return F.format(d); } }
          change-during-loop @@ void m(List<String> l) { for (String s : l) { if (s.isEmpty()) { l.remove(s); } } } @@ void m(List<String> l) { for (String s : l) { if (s.isEmpty()) { l.remove(s); break; } } }
          unchecked-optional @@ String m(Optional<String> o) { return o.get(); } @@ String m(Optional<String> o) { return o.isPresent() ? o.get() : ""; }
          concurrent-check-then-act @@ Map<String, String> f = new ConcurrentHashMap<>(); void m(String k) { if (!f.containsKey(k)) { f.put(k, k); } } @@ Map<String, String> f = new ConcurrentHashMap<>(); synchronized void m(String k) { if (!f.containsKey(k)) { f.put(k, k); } }
          lost-cause @@ void m() { try { n(); } catch (IOException e) { throw new IllegalStateException("no: " + e.getMessage()); } } void n() throws IOException {} @@ void m() { try { n(); } catch (IOException e) { throw new IllegalStateException("no", e); } } void n() throws IOException {}
          swallowed-interrupt @@ void m() { try { Thread.sleep(1); } catch (InterruptedException e) { } } @@ void m() { try { Thread.sleep(1); } catch (InterruptedException ignored) { } }
          swallowed-interrupt @@ void m() { try { Thread.sleep(1); } catch (InterruptedException e) { System.out.println("late"); } } @@ void m() { try { Thread.sleep(1); } catch (InterruptedException e) { System.out.println("ignored"); } }
          swallowed-interrupt @@ void m(List<Exception> l) { try { Thread.sleep(1); } catch (InterruptedException e) { System.out.println("late"); } } @@ void m(List<Exception> l) { try { Thread.sleep(1); } catch (InterruptedException e) { l.add(new RuntimeException(e)); } }
          subtracting-comparison @@ int v; int compareTo(T o) { return v - o.v; } @@ short v; int compareTo(T o) { return v - o.v; }
          change-of-fixed-collection @@ void m() { List<String> l = Arrays.asList("a"); l.add("b"); } @@ void m() { List<String> l = new ArrayList<>(Arrays.asList("a")); l.add("b"); }
          null-answer @@ int m(File f) { return f.listFiles().length; } @@ int m(File f) { File[] all = f.listFiles(); return all == null ? 0 : all.length; }
          unchecked-index-of @@ String m(String s) { return s.substring(0, s.indexOf('-')); } @@ String m(String s) { return s.contains("-") ? s.substring(0, s.indexOf('-')) : s; }
          unclosed-on-failure @@ int m(File f) throws IOException { FileInputStream in = new FileInputStream(f); int b = in.read(); in.close(); return b; } @@ int m(File f) throws IOException { FileInputStream in = new FileInputStream(f); try { return in.read(); } finally { in.close(); } }
          """)
  void eachFindsItsWeaknessAndLeavesWhatOnlyLooksLikeIt(String rule, String weak, String sound) {
    assertEquals(List.of(rule), found(weak).stream().map(Finding::rule).toList());
    assertEquals(List.of(), found(sound).stream().map(Finding::rule).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "@@",
      textBlock =
          """
          for (int i = 0; i < a.length; i++) @@ int m(int[] a) { int n = 0; for (int i = 0; i <= a.length; i++) { n += a[i]; } return n; }
          return l.toArray(new String[0]); @@ String[] m(List<String> l) { return (String[]) l.toArray(); }
          if (!(o instanceof T)) @@ int v; public boolean equals(Object o) { return ((T) o).v == v; }
          if (o == null || getClass() != o.getClass()) @@ public boolean equals(Object o) { if (getClass() != o.getClass()) { return false; } return true; }
          volatile List<String> f; @@ List<String> f; void m() { if (f == null) { synchronized (this) { if (f == null) { f = new ArrayList<>(); } } } }
          n.incrementAndGet(); @@ AtomicInteger n = new AtomicInteger(); void m() { n.set(n.get() + 1); }
          ((SimpleDateFormat) F.clone()).format(d) @@ private static final SimpleDateFormat F = new SimpleDateFormat("yyyy"); String m(Date d) { return F.format(d); }
          { f.putIfAbsent(k, k); } @@ Map<String, String> f = new ConcurrentHashMap<>(); void m(String k) { if (!f.containsKey(k)) { f.put(k, k); } }
          throw new IllegalStateException("no", e); @@ void m() { try { n(); } catch (IOException e) { throw new IllegalStateException("no"); } } void n() throws IOException {}
          Thread.currentThread().interrupt(); @@ void m() { try { Thread.sleep(1); } catch (InterruptedException e) { } }
          Integer.compare(v, o.v); @@ int v; int compareTo(T o) { return v - o.v; }
          """)
  void theFixIsCodeThatParsesAndIsNoLongerFound(String expected, String weak) {
    Finding finding = found(weak).get(0);
    CandidateFix fix = finding.fix();
    assertNotNull(fix);
    FileEdit edit = fix.edits().get(0);
    String patched = edit.patched();
    assertTrue(patched.contains(expected), patched);
    assertTrue(new SourceParser().parse(edit.path(), patched).isPresent(), patched);
    assertEquals(List.of(), scan(patched));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "@@",
      textBlock =
          """
          @SuppressWarnings("mendgate:endless-recursion") int m(int a) { return m(a); } @@ 0
          @SuppressWarnings("mendgate") int m(int a) { return m(a); } @@ 0
          @SuppressWarnings("mendgate:lost-cause") int m(int a) { return m(a); } @@ 1
          int m(int a) { return m(a); } // mendgate:ignore endless-recursion @@ 0
          int m(int a) { return m(a); } // mendgate:ignore lost-cause @@ 1
          int m(int a) { return m(a); } // mendgate:ignore @@ 0
          """)
  void peopleSilenceWhatTheyKnow(String member, int findings) {
    assertEquals(findings, found(member).size());
  }

  private static List<Finding> found(String member) {
    return scan(IMPORTS + "class T {\n  " + member + "\n}\n");
  }

  private static List<Finding> scan(String text) {
    MemoryTree tree = new MemoryTree(Map.of("src/main/java/a/T.java", text));
    return Scanner.withInstalledDetectors()
        .scan(tree, tree.javaPaths(), (done, total) -> {})
        .findings();
  }
}
