package dev.mendgate.gateway.pattern.mining;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What a miner learned, on disk: lines in UTF-8 with parts separated by tabs. {@code F form} is a
 * line's form, {@code V key} a variable place, {@code K key} a known value, {@code A hash hash} an
 * alias and what it is now. Reading a form again teaches what it taught the first time. What a
 * crash cuts off is learned from the next message of its kind.
 */
final class TemplateFile implements Journal {
  private static final String HEADER = "mendgate templates 1";
  private static final int HEXADECIMAL = 16;

  private final Path file;
  private BufferedWriter out;

  private TemplateFile(Path file, BufferedWriter out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Teaches the set what the file says, and opens or creates it to be added to. A file of another
   * format is put aside under a name that ends in {@code .unreadable}.
   */
  static TemplateFile open(Path file, TemplateSet templates) throws IOException {
    boolean exists = Files.exists(file);
    if (exists) {
      dropCutOffLine(file);
    }
    if (exists && !read(file, templates)) {
      Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(file)) {
      Files.writeString(file, HEADER + "\n");
    }
    return new TemplateFile(file, writer(file));
  }

  private static BufferedWriter writer(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardOpenOption.APPEND);
  }

  /** Drops the end of a line that a crash kept from being written whole. */
  private static void dropCutOffLine(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      long end = channel.size();
      while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
        end--;
      }
      channel.truncate(end);
    }
  }

  private static boolean read(Path file, TemplateSet templates) throws IOException {
    LineScanner scanner = new LineScanner();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      if (!HEADER.equals(in.readLine())) {
        return false;
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        read(line.split("\t", -1), scanner, templates);
      }
      templates.report((oldHash, newHash) -> {}); // told when it happened
      return true;
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return false;
    }
  }

  private static void read(String[] parts, LineScanner scanner, TemplateSet templates) {
    switch (parts[0] + parts.length) {
      case "F2" -> templates.use(templates.learn(scanner.scan(parts[1]).form()));
      case "V2" -> templates.open(Long.parseUnsignedLong(parts[1], HEXADECIMAL));
      case "K2" -> templates.know(Long.parseUnsignedLong(parts[1], HEXADECIMAL));
      case "A3" -> templates.alias(parts[1], parts[2]);
      default -> throw new IllegalArgumentException("no line of this format: " + parts[0]);
    }
  }

  @Override
  public void learned(String form) throws IOException {
    write(out, "F", form);
    out.flush();
  }

  @Override
  public void replaceBy(MinerState state) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".part");
    try (BufferedWriter whole = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
      whole.write(HEADER + "\n");
      for (long key : state.variable()) {
        write(whole, "V", Long.toHexString(key));
      }
      for (long key : state.known()) {
        write(whole, "K", Long.toHexString(key));
      }
      for (String form : state.templates()) {
        write(whole, "F", form);
      }
      for (var alias : state.aliases().entrySet()) {
        write(whole, "A", alias.getKey(), alias.getValue());
      }
    }
    out.close();
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    out = writer(file);
  }

  private static void write(BufferedWriter to, String... parts) throws IOException {
    to.write(String.join("\t", parts) + "\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
