package dev.mendgate.sandbox.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Probes the changed lines of freshly compiled classes. */
public final class ProbedOverlay {
  private ProbedOverlay() {}

  /**
   * Rewrites the classes of a folder in place.
   *
   * @param changed lines by source path in the tree, with {@code /}
   * @return the probes; empty where a class cannot be probed, in which case all classes are as they
   *     were
   */
  public static Optional<LineProbes> probe(Path overlay, Map<String, BitSet> changed)
      throws IOException {
    LineProbes probes = new LineProbes();
    Map<Path, byte[]> rewritten = new java.util.LinkedHashMap<>();
    for (Path file : classFiles(overlay)) {
      byte[] original = Files.readAllBytes(file);
      try {
        byte[] probed = insert(original, changed, probes);
        if (probed != null) {
          rewritten.put(file, probed);
        }
      } catch (RuntimeException e) {
        // ASM meets a class version it does not know, or a method that is full: coverage is unknown
        return Optional.empty();
      }
    }
    for (Map.Entry<Path, byte[]> file : rewritten.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
    return Optional.of(probes);
  }

  private static byte @Nullable [] insert(
      byte[] original, Map<String, BitSet> changed, LineProbes probes) {
    String source = sourceOf(original);
    for (Map.Entry<String, BitSet> file : changed.entrySet()) {
      if (file.getKey().equals(source) || file.getKey().endsWith("/" + source)) {
        return new ProbeInserter(file.getKey(), file.getValue(), probes).insert(original);
      }
    }
    return null;
  }

  /** Returns package folder and source file name of a class, with {@code /}. */
  private static String sourceOf(byte[] original) {
    String[] source = {""};
    ClassReader reader = new ClassReader(original);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public void visitSource(@Nullable String file, @Nullable String debug) {
            source[0] = file == null ? "" : file;
          }
        },
        ClassReader.SKIP_CODE);
    String name = reader.getClassName();
    return name.substring(0, name.lastIndexOf('/') + 1) + source[0];
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".class")).sorted().toList();
    }
  }
}
