package dev.mendgate.sandbox.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Keeps frames valid where a probe goes before a {@code NEW}: a frame names an object without a
 * constructor call by the offset of its {@code NEW}, which must not become the probe's offset.
 */
final class CreationLabels {
  private CreationLabels() {}

  /**
   * Gives each {@code NEW} a label of its own, and has frames name that one.
   *
   * @return for each {@code NEW} that frames could name, the node that code is to be put before
   */
  static Map<AbstractInsnNode, AbstractInsnNode> separate(MethodNode method) {
    Map<AbstractInsnNode, AbstractInsnNode> places = new HashMap<>();
    Map<Object, Object> renamed = new HashMap<>();
    for (AbstractInsnNode node : method.instructions.toArray()) {
      if (node.getOpcode() != Opcodes.NEW) {
        continue;
      }
      LabelNode own = new LabelNode();
      AbstractInsnNode before = node.getPrevious();
      while (before != null && before.getOpcode() < 0) {
        if (before instanceof LabelNode) {
          renamed.put(before, own);
        }
        before = before.getPrevious();
      }
      method.instructions.insertBefore(node, own);
      places.put(node, own);
    }
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof FrameNode frame) {
        frame.local = rename(frame.local, renamed);
        frame.stack = rename(frame.stack, renamed);
      }
    }
    return places;
  }

  private static @Nullable List<Object> rename(
      @Nullable List<Object> types, Map<Object, Object> renamed) {
    return types == null
        ? null
        : types.stream().map(t -> renamed.getOrDefault(t, t)).collect(Collectors.toList());
  }
}
