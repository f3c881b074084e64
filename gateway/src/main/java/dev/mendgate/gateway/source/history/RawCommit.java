package dev.mendgate.gateway.source.history;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * A commit as it is stored: header lines, an empty line, the message. Names and summary are UTF-8.
 *
 * @param tree its root tree
 * @param parents in order
 * @param author who wrote it
 * @param committer who committed it
 * @param summary first line of the message
 */
record RawCommit(ObjectId tree, ObjectId[] parents, Ident author, Ident committer, byte[] summary) {
  private static final int HEX = 40;
  private static final byte[] UNKNOWN = "(unknown) <(unknown)>".getBytes(StandardCharsets.UTF_8);

  /**
   * A person at a time.
   *
   * @param person {@code Name <mail>}
   * @param seconds since 1970, 0 where it cannot be read
   */
  record Ident(byte[] person, long seconds) {}

  /** Returns the same commit as one where history was cut off. */
  RawCommit withoutParents() {
    return new RawCommit(tree, new ObjectId[0], author, committer, summary);
  }

  static RawCommit parse(byte[] raw) {
    int at = "tree ".length();
    final ObjectId tree = ObjectId.fromString(raw, at);
    at += HEX + 1;
    ObjectId[] parents = new ObjectId[countParents(raw, at)];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = ObjectId.fromString(raw, at + "parent ".length());
      at += "parent ".length() + HEX + 1;
    }
    Charset charset = charset(raw);
    Ident author = ident(raw, RawParseUtils.author(raw, at), charset);
    Ident committer = ident(raw, RawParseUtils.committer(raw, at), charset);
    return new RawCommit(tree, parents, author, committer, summary(raw, charset));
  }

  private static int countParents(byte[] raw, int from) {
    int count = 0;
    for (int at = from;
        RawParseUtils.match(raw, at, "parent ".getBytes(StandardCharsets.US_ASCII)) > 0;
        count++) {
      at += "parent ".length() + HEX + 1;
    }
    return count;
  }

  private static Charset charset(byte[] raw) {
    try {
      return RawParseUtils.parseEncoding(raw);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static byte[] summary(byte[] raw, Charset charset) {
    int start = RawParseUtils.commitMessage(raw, 0);
    if (start < 0) {
      return new byte[0];
    }
    while (start < raw.length && raw[start] == '\n') {
      start++;
    }
    int end = start;
    while (end < raw.length && raw[end] != '\n') {
      end++;
    }
    return utf8(raw, start, end, charset);
  }

  /** Reads a line as git does: the name up to the first bracket, the time behind the last. */
  private static Ident ident(byte[] raw, int start, Charset charset) {
    if (start < 0) {
      return new Ident(UNKNOWN, 0);
    }
    int end = start;
    while (end < raw.length && raw[end] != '\n') {
      end++;
    }
    int open = indexOf(raw, '<', start, end);
    int close = open < 0 ? -1 : indexOf(raw, '>', open, end);
    if (close < 0) {
      return new Ident(UNKNOWN, 0);
    }
    int nameEnd = open;
    while (nameEnd > start && isSpace(raw[nameEnd - 1])) {
      nameEnd--;
    }
    byte[] name = utf8(raw, start, nameEnd, charset);
    byte[] mail = utf8(raw, open, close + 1, charset);
    byte[] person = new byte[name.length + 1 + mail.length];
    System.arraycopy(name, 0, person, 0, name.length);
    person[name.length] = ' ';
    System.arraycopy(mail, 0, person, name.length + 1, mail.length);
    return new Ident(person, seconds(raw, close, end));
  }

  private static long seconds(byte[] raw, int from, int end) {
    int at = end - 1;
    while (at > from && raw[at] != '>') {
      at--;
    }
    at++;
    while (at < end && isSpace(raw[at])) {
      at++;
    }
    return at >= end || raw[at] < '0' || raw[at] > '9'
        ? 0
        : RawParseUtils.parseLongBase10(raw, at, null);
  }

  private static int indexOf(byte[] raw, char wanted, int from, int to) {
    for (int at = from; at < to; at++) {
      if (raw[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  private static byte[] utf8(byte[] raw, int from, int to, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return Arrays.copyOfRange(raw, from, to);
    }
    return new String(raw, from, to - from, charset).getBytes(StandardCharsets.UTF_8);
  }
}
