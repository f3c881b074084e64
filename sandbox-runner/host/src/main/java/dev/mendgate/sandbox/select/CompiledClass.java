package dev.mendgate.sandbox.select;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What test selection reads from a class file.
 *
 * @param name binary name
 * @param superName binary name of the superclass; null for interfaces' and objects' root
 * @param references top-level classes that its constant pool names, itself left out
 * @param runnable neither abstract, interface nor nested
 * @param annotatedTests whether it names an annotation that marks a test method
 */
record CompiledClass(
    String name,
    @Nullable String superName,
    Set<String> references,
    boolean runnable,
    boolean annotatedTests) {
  private static final int CONSTANT_UTF8 = 1;
  private static final int CONSTANT_CLASS = 7;

  CompiledClass {
    references = Set.copyOf(references);
  }

  /**
   * Reads a class file.
   *
   * @throws RuntimeException where it is none, or newer than ASM knows
   */
  static CompiledClass read(byte[] file) {
    ClassReader reader = new ClassReader(file);
    String name = reader.getClassName().replace('/', '.');
    Set<String> references = new HashSet<>();
    boolean tests = false;
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at == 0) {
        continue; // second half of a long or double
      }
      int tag = reader.readByte(at - 1);
      if (tag == CONSTANT_CLASS) {
        addReference(references, reader.readUTF8(at, buffer));
      } else if (tag == CONSTANT_UTF8) {
        tests |= marksTests(file, at);
      }
    }
    references.remove(topLevel(name));
    int access = reader.getAccess();
    boolean runnable =
        (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0 && name.indexOf('$') < 0;
    String parent = reader.getSuperName();
    return new CompiledClass(
        name, parent == null ? null : parent.replace('/', '.'), references, runnable, tests);
  }

  /** Returns the class that a nested class belongs to, or the class itself. */
  static String topLevel(String name) {
    int nested = name.indexOf('$', name.lastIndexOf('.') + 2);
    return nested < 0 ? name : name.substring(0, nested);
  }

  private static void addReference(Set<String> references, String internal) {
    String element = internal.startsWith("[") ? internal.replaceAll("^\\[+L?|;$", "") : internal;
    if (element.length() > 1) {
      references.add(topLevel(element.replace('/', '.')));
    }
  }

  /** JUnit 4 and Jupiter, and what is composed of Jupiter's, all start alike. */
  private static boolean marksTests(byte[] file, int at) {
    int length = ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
    if (length < 16 || file[at + 2] != 'L' || length > 80) {
      return false;
    }
    String text = new String(file, at + 2, length, java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.equals("Lorg/junit/Test;")
        || text.startsWith("Lorg/junit/jupiter/api/") && text.endsWith("Test;")
        || text.equals("Lorg/junit/jupiter/params/ParameterizedTest;")
        || text.equals("Lorg/junit/jupiter/api/TestFactory;")
        || text.equals("Lorg/junit/experimental/theories/Theory;");
  }
}
