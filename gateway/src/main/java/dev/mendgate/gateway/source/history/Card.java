package dev.mendgate.gateway.source.history;

import java.nio.IntBuffer;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What is told of a commit.
 *
 * @param id its id
 * @param author {@code Name <mail>}, as recorded
 * @param authorTime seconds since 1970
 * @param commitTime seconds since 1970
 * @param summary first line of the message
 */
public record Card(ObjectId id, String author, long authorTime, long commitTime, String summary) {
  /** Reads the card of a commit from a column. */
  public static Card read(IntBuffer cards, Texts names, int commit) {
    int at = commit * History.CARD;
    int[] id = new int[IdTable.WORDS];
    cards.get(at, id);
    return new Card(
        new ObjectId(id[0], id[1], id[2], id[3], id[4]),
        names.text(cards.get(at + 9)),
        time(cards, at + 5),
        time(cards, at + 7),
        names.text(cards.get(at + 11)));
  }

  private static long time(IntBuffer cards, int at) {
    return (long) cards.get(at) << 32 | cards.get(at + 1) & 0xffffffffL;
  }
}
