package dev.mendgate.sandbox.coverage;

import java.util.BitSet;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Puts a call at the first instruction of each wanted line. The call takes an int and returns
 * nothing, so stack and locals are as before, and the frames in the class stay valid.
 */
final class ProbeInserter {
  /** The worker's class that counts; part of the contract between host and worker. */
  static final String OWNER = "dev/mendgate/worker/Probe";

  private final String path;
  private final BitSet wanted;
  private final LineProbes probes;

  ProbeInserter(String path, BitSet wanted, LineProbes probes) {
    this.path = path;
    this.wanted = wanted;
    this.probes = probes;
  }

  /**
   * Returns the class with probes, or null where none of its code is on a wanted line.
   *
   * @throws RuntimeException where ASM cannot read the class, or a method outgrows 64 KiB
   */
  byte @Nullable [] insert(byte[] original) {
    ClassNode type = new ClassNode();
    new ClassReader(original).accept(type, 0);
    boolean changed = false;
    for (MethodNode method : type.methods) {
      changed |= insert(method);
    }
    if (!changed) {
      return null;
    }
    ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.accept(out);
    return out.toByteArray();
  }

  private boolean insert(MethodNode method) {
    AbstractInsnNode[] nodes = method.instructions.toArray();
    if (Stream.of(nodes).noneMatch(n -> n instanceof LineNumberNode l && wanted.get(l.line))) {
      return false;
    }
    Map<AbstractInsnNode, AbstractInsnNode> places = CreationLabels.separate(method);
    boolean changed = false;
    for (AbstractInsnNode node : nodes) {
      if (!(node instanceof LineNumberNode line) || !wanted.get(line.line)) {
        continue;
      }
      AbstractInsnNode first = firstInstruction(node);
      if (first == null) {
        continue;
      }
      method.instructions.insertBefore(
          places.getOrDefault(first, first), call(probes.numberOf(path, line.line)));
      changed = true;
    }
    return changed;
  }

  private static @Nullable AbstractInsnNode firstInstruction(AbstractInsnNode from) {
    AbstractInsnNode node = from.getNext();
    while (node != null && node.getOpcode() < 0) {
      node = node.getNext();
    }
    return node;
  }

  private static InsnList call(int number) {
    InsnList code = new InsnList();
    code.add(push(number));
    code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, OWNER, "hit", "(I)V", false));
    return code;
  }

  private static AbstractInsnNode push(int number) {
    if (number <= 5) {
      return new InsnNode(Opcodes.ICONST_0 + number);
    }
    if (number <= Short.MAX_VALUE) {
      return new IntInsnNode(Opcodes.SIPUSH, number);
    }
    return new LdcInsnNode(number);
  }
}
