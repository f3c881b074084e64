package dev.mendgate.gateway.source.frame;

import dev.mendgate.gateway.source.build.Relocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Undoes relocations of packages: configured ones first, then the builds' own. */
final class Shading {
  private final List<Relocation> relocations;

  Shading(List<Relocation> configured, List<Relocation> ofBuilds) {
    List<Relocation> all = new ArrayList<>(longestFirst(configured));
    all.addAll(longestFirst(ofBuilds));
    relocations = List.copyOf(all);
  }

  /** A name that a class may have in the source, and the rule that says so. */
  record Written(BinaryName type, Relocation rule) {}

  /** Returns the names that a class may have in the source, likeliest first. */
  List<Written> undo(BinaryName type) {
    List<Written> written = new ArrayList<>();
    for (Relocation rule : relocations) {
      rule.undo(type.full()).ifPresent(n -> written.add(new Written(BinaryName.of(n), rule)));
    }
    return written;
  }

  private static List<Relocation> longestFirst(List<Relocation> rules) {
    return rules.stream()
        .sorted(Comparator.<Relocation>comparingInt(r -> r.shaded().length()).reversed())
        .toList();
  }
}
