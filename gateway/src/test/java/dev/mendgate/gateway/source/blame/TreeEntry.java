package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.RandomText;
import java.util.List;

/**
 * What a path of a generated commit holds.
 *
 * @param mode file, program, symbolic link or submodule, as git writes it
 * @param text lines with their endings, one char for each byte; a submodule's is ignored
 */
record TreeEntry(String mode, List<String> text) {
  static final String FILE = "100644";
  static final String PROGRAM = "100755";
  static final String LINK = "120000";
  static final String MODULE = "160000";

  TreeEntry {
    text = List.copyOf(text);
  }

  static TreeEntry file(List<String> text) {
    return new TreeEntry(FILE, text);
  }

  TreeEntry with(String otherMode) {
    return new TreeEntry(otherMode, text);
  }

  TreeEntry with(List<String> otherText) {
    return new TreeEntry(mode, otherText);
  }

  boolean isFile() {
    return mode.equals(FILE) || mode.equals(PROGRAM);
  }

  byte[] bytes() {
    return RandomText.bytes(text);
  }
}
