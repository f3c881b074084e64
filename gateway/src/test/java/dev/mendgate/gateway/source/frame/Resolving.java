package dev.mendgate.gateway.source.frame;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mendgate.fixer.Frame;
import dev.mendgate.gateway.source.GitRepository;
import dev.mendgate.gateway.source.ScratchRepository;
import dev.mendgate.gateway.source.build.Relocation;
import dev.mendgate.gateway.source.frame.FrameResolution.Found;
import dev.mendgate.gateway.source.frame.FrameResolution.Skipped;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repository that tests fill, and the resolution of frames in it. */
final class Resolving {
  private final ScratchRepository scratch;

  Resolving(Path folder) {
    this.scratch = ScratchRepository.in(folder);
  }

  Resolving with(String path, String text) {
    scratch.write(path, text);
    return this;
  }

  Resolving with(String path, byte[] bytes) {
    scratch.write(path, bytes);
    return this;
  }

  /** Adds {@code class Pay} of package org.shop, whose method pay spans lines 3 to 5. */
  Resolving withPay(String root) {
    return with(
        root + "/org/shop/Pay.java",
        "package org.shop;\npublic class Pay {\n  void pay() {\n    charge();\n  }\n}\n");
  }

  /** Adds a class with one method, {@code go}, at line 3. */
  Resolving withClass(String root, String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    String packageName = name.substring(0, name.lastIndexOf('.'));
    return with(
        root + "/" + name.replace('.', '/') + ".java",
        "package " + packageName + ";\nclass " + simple + " {\n  void go() {}\n}\n");
  }

  List<FrameResolution> resolve(List<Relocation> relocations, Frame... frames) {
    String commit = scratch.commit("state");
    try (GitRepository repository = GitRepository.open(scratch.root())) {
      return new FrameResolver(repository.tree(commit), relocations).resolve(List.of(frames));
    }
  }

  FrameResolution resolve(Frame frame) {
    return resolve(List.of(), frame).get(0);
  }

  Found found(Frame... frames) {
    return assertInstanceOf(Found.class, resolve(List.of(), frames).get(0));
  }

  Found found(String type, String method, @Nullable String file, int line) {
    return found(new Frame(type, method, file, line));
  }

  Skipped skipped(String type, String method, @Nullable String file, int line) {
    return assertInstanceOf(Skipped.class, resolve(new Frame(type, method, file, line)));
  }
}
