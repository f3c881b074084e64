package dev.mendgate.fixer.reproduce;

import java.util.List;

/**
 * The parts of an existing test class that a copied test body needs.
 *
 * @param path of the existing file
 * @param packageName its package
 * @param imports its import declarations that may be needed, one line each
 * @param header what follows the class name, such as {@code extends TestCase}; may be empty
 * @param members their text
 * @param framework what runs it
 */
record Fixture(
    String path,
    String packageName,
    List<String> imports,
    String header,
    List<String> members,
    TestStyle.Framework framework) {
  Fixture {
    imports = List.copyOf(imports);
    members = List.copyOf(members);
  }
}
