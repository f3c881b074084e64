package dev.mendgate.gateway.source.blame;

import dev.mendgate.gateway.source.diff.RandomText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * Changes the files of a generated commit in one of the ways that occur, and in some that do not.
 */
final class TreeEditor {
  private static final List<String> FOLDERS =
      List.of("", "", "a/", "b/", "a/c/", "a b/", "a.c/", "\u00e4/", "deep/er/and/deeper/");
  private static final List<String> NAMES =
      List.of("A.java", "B.java", "C.java", "a", "b", "a-", "a.c", "\u00fc\u20ac.txt", "q\"\\.c");

  private static final int CROWDED = 300;
  private static final int CROWD = 120;

  private final Random random;
  private final RandomText texts;
  private final int usualLines;
  private final TreeMap<String, TreeEntry> tree;
  private final boolean moving;

  /** Takes whether blocks of lines are to be moved often, within a file and between files. */
  TreeEditor(
      Random random,
      RandomText texts,
      int usualLines,
      Map<String, TreeEntry> tree,
      boolean moving) {
    this.random = random;
    this.moving = moving;
    this.texts = texts;
    this.usualLines = usualLines;
    this.tree = new TreeMap<>(tree);
  }

  Map<String, TreeEntry> tree() {
    return tree;
  }

  void change() {
    if (tree.isEmpty()) {
      create();
      return;
    }
    if (random.nextInt(CROWDED) == 0) {
      crowd();
      return;
    }
    if (moving && random.nextBoolean()) {
      moveBlock();
      return;
    }
    switch (random.nextInt(24)) {
      case 0, 1 -> create();
      case 2 -> tree.remove(anyPath());
      case 3, 4, 5 -> rename(0);
      case 6, 7, 8 -> rename(1 + random.nextInt(8));
      case 9 -> copy();
      case 10 -> mode();
      case 11 -> swap();
      case 12 -> moveFolder();
      case 13 -> splitInTwo();
      case 14 -> joinTwo();
      case 15 -> renameAndRecreate();
      case 16 -> fileBecomesFolder();
      case 17 -> rewrite();
      default -> edit(anyPath());
    }
  }

  private String anyPath() {
    return new ArrayList<>(tree.keySet()).get(random.nextInt(tree.size()));
  }

  private TreeEntry at(String path) {
    return Objects.requireNonNull(tree.get(path));
  }

  private TreeEntry taken(String path) {
    return Objects.requireNonNull(tree.remove(path));
  }

  private String freePath(String like) {
    String name = like.substring(like.lastIndexOf('/') + 1);
    String folder = FOLDERS.get(random.nextInt(FOLDERS.size()));
    return folder + (random.nextInt(3) == 0 ? name : NAMES.get(random.nextInt(NAMES.size())));
  }

  /** A path cannot be a file and a folder at once. */
  private void put(String path, TreeEntry entry) {
    tree.keySet().removeIf(p -> p.startsWith(path + "/") || path.startsWith(p + "/"));
    tree.put(path, entry);
  }

  private void edit(String path) {
    TreeEntry entry = at(path);
    List<String> text = texts.edited(entry.text(), 1 + random.nextInt(4));
    put(path, entry.with(random.nextInt(60) == 0 ? List.of() : text));
  }

  private void create() {
    List<String> text = texts.text(random.nextInt(1 + usualLines));
    put(freePath("new"), TreeEntry.file(text));
  }

  private void rename(int edits) {
    String from = anyPath();
    TreeEntry entry = taken(from);
    List<String> text = edits == 0 ? entry.text() : texts.edited(entry.text(), edits);
    put(freePath(from), entry.with(text));
  }

  private void copy() {
    String from = anyPath();
    TreeEntry entry = at(from);
    for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
      put(freePath(from), entry.with(texts.edited(entry.text(), random.nextInt(2))));
    }
  }

  private void mode() {
    String path = anyPath();
    List<String> modes =
        List.of(TreeEntry.FILE, TreeEntry.PROGRAM, TreeEntry.LINK, TreeEntry.MODULE);
    put(path, at(path).with(modes.get(random.nextInt(random.nextBoolean() ? 2 : 4))));
  }

  private void swap() {
    String one = anyPath();
    String other = anyPath();
    TreeEntry entry = at(one);
    put(one, at(other));
    put(other, entry);
  }

  private void moveFolder() {
    String from = folderOf(anyPath());
    String to = FOLDERS.get(random.nextInt(FOLDERS.size()));
    TreeMap<String, TreeEntry> moved = new TreeMap<>();
    for (String path : List.copyOf(tree.keySet())) {
      if (path.startsWith(from)) {
        moved.put(to + path.substring(from.length()), taken(path));
      }
    }
    moved.forEach(this::put);
  }

  private static String folderOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private void splitInTwo() {
    String from = anyPath();
    TreeEntry entry = taken(from);
    int middle = entry.text().size() / 2;
    int overlap = random.nextInt(1 + middle);
    put(freePath(from), entry.with(entry.text().subList(0, middle)));
    put(freePath(from), entry.with(entry.text().subList(middle - overlap, entry.text().size())));
  }

  private void joinTwo() {
    String one = anyPath();
    TreeEntry first = taken(one);
    TreeEntry second = tree.isEmpty() ? first : taken(anyPath());
    List<String> text = new ArrayList<>(first.text());
    text.addAll(second.text());
    put(freePath(one), TreeEntry.file(RandomText.lines(RandomText.bytes(text))));
  }

  private void renameAndRecreate() {
    String from = anyPath();
    TreeEntry entry = at(from);
    put(freePath(from), entry);
    put(from, TreeEntry.file(texts.edited(entry.text(), random.nextInt(20))));
  }

  private void fileBecomesFolder() {
    String path = anyPath();
    put(path + "/" + NAMES.get(random.nextInt(NAMES.size())), at(path));
  }

  /** Puts many equal files there: git looks at the first hundred when it looks for a rename. */
  private void crowd() {
    TreeEntry entry = at(anyPath());
    String folder = "crowd" + random.nextInt(3) + "/";
    for (int i = 0; i < CROWD; i++) {
      put(folder + (random.nextInt(4) == 0 ? "same/" + i + "/a" : i), entry);
    }
  }

  private void moveBlock() {
    String from = anyPath();
    List<String> source = new ArrayList<>(at(from).text());
    int at = random.nextInt(source.size() + 1);
    List<String> block = source.subList(at, Math.min(source.size(), at + 1 + random.nextInt(25)));
    List<String> moved = new ArrayList<>(block);
    if (random.nextBoolean()) {
      block.clear();
    }
    put(from, at(from).with(source));
    int percent = random.nextInt(3) * 30;
    moved.replaceAll(line -> random.nextInt(100) < percent ? altered(line) : line);
    String to = random.nextInt(4) == 0 ? freePath("new") : anyPath();
    List<String> target = new ArrayList<>(tree.containsKey(to) ? at(to).text() : List.of());
    target.addAll(random.nextInt(target.size() + 1), moved);
    put(to, TreeEntry.file(RandomText.lines(RandomText.bytes(target))));
  }

  /** Changes a line as reformatting and renaming do. */
  private String altered(String line) {
    return switch (random.nextInt(5)) {
      case 0 -> "\t" + line;
      case 1 -> line.stripLeading();
      case 2 -> line.replace("(", " ( ");
      case 3 -> line.replace("call", "Invoke");
      default -> line.stripTrailing() + " // " + random.nextInt(100) + "\n";
    };
  }

  private void rewrite() {
    String path = anyPath();
    put(path, at(path).with(texts.text(random.nextInt(1 + usualLines))));
  }
}
