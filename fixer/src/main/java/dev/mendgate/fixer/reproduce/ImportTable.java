package dev.mendgate.fixer.reproduce;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Decides which types a generated file imports and which it has to spell out. */
final class ImportTable {
  private final String packageName;
  private final Map<String, String> qualifiedBySimple = new HashMap<>();
  private final TreeSet<String> imports = new TreeSet<>();

  /**
   * @param lines import declarations to keep as they are
   * @param taken simple names that the file itself declares
   */
  ImportTable(String packageName, Collection<String> lines, Collection<String> taken) {
    this.packageName = packageName;
    for (String line : lines) {
      String name = line.replace("import ", "").replace(";", "").strip();
      imports.add("import " + name + ";");
      if (!name.startsWith("static ")) {
        qualifiedBySimple.put(name.substring(name.lastIndexOf('.') + 1), name);
      }
    }
    taken.forEach(simple -> qualifiedBySimple.put(simple, ""));
  }

  /** Replaces the marks in generated code by names, and remembers what to import for them. */
  String resolve(String marked) {
    StringBuilder out = new StringBuilder(marked.length());
    int from = 0;
    for (int open = marked.indexOf(TypeName.OPEN); open >= 0; ) {
      int close = marked.indexOf(TypeName.CLOSE, open);
      int bar = marked.indexOf('|', open);
      out.append(marked, from, open);
      out.append(
          name(new TypeName(marked.substring(open + 1, bar), marked.substring(bar + 1, close))));
      from = close + 1;
      open = marked.indexOf(TypeName.OPEN, from);
    }
    return out.append(marked, from, marked.length()).toString();
  }

  private String name(TypeName type) {
    String outermost = type.outermost();
    String qualified = new TypeName(type.packageName(), outermost).qualified();
    String known = qualifiedBySimple.putIfAbsent(outermost, qualified);
    if (known != null && !known.equals(qualified)) {
      return type.qualified();
    }
    boolean visible =
        type.packageName().equals("java.lang") || type.packageName().equals(packageName);
    if (!visible && !type.packageName().isEmpty()) {
      imports.add("import " + qualified + ";");
    }
    return type.path();
  }

  /** Returns the import declarations, sorted, static ones first. */
  Collection<String> lines() {
    TreeSet<String> sorted = new TreeSet<>(ImportTable::staticFirst);
    sorted.addAll(imports);
    return sorted;
  }

  private static int staticFirst(String a, String b) {
    boolean left = a.startsWith("import static ");
    boolean right = b.startsWith("import static ");
    return left == right ? a.compareTo(b) : left ? -1 : 1;
  }
}
