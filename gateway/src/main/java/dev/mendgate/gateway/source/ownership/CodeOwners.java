package dev.mendgate.gateway.source.ownership;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of a CODEOWNERS file.
 *
 * @param sections in order; exactly one without a name where the file knows no sections
 */
record CodeOwners(List<Section> sections) {
  CodeOwners {
    sections = List.copyOf(sections);
  }

  /**
   * Rules that are looked at together, of which the last that matches counts.
   *
   * @param name empty for rules that stand in no section
   */
  record Section(String name, List<Rule> rules) {
    Section {
      rules = List.copyOf(rules);
    }

    /** Once a file is excluded, no rule of the section is about it any more. */
    private Optional<Rule> decides(String path) {
      Rule last = null;
      for (Rule rule : rules) {
        if (rule.pattern.matches(path)) {
          if (rule.excludes) {
            return Optional.empty();
          }
          last = rule;
        }
      }
      return Optional.ofNullable(last);
    }
  }

  /**
   * One line.
   *
   * @param line its number, from 1
   * @param text the pattern as it stands there
   * @param excludes whether matching files are taken out of the section
   * @param owners as they stand there; empty where nobody owns what matches
   */
  record Rule(int line, String text, PathPattern pattern, boolean excludes, List<String> owners) {
    Rule {
      owners = List.copyOf(owners);
    }
  }

  /** Returns the rules that say who owns a file, one of each section that has a say. */
  List<Rule> deciding(String path) {
    return sections.stream()
        .map(section -> section.decides(path).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }
}
