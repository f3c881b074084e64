package dev.mendgate.gateway.pattern.mining;

import dev.mendgate.gateway.pattern.LogPattern;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns templates from messages that no statement explains. What a place in a message holds is
 * variable once enough values were seen there, see {@link Slot}; templates only ever merge. So
 * after the same messages, in whatever order and however often, the templates are the same, and a
 * hash that was given once stays an alias of the one that came after it.
 *
 * <p>Holds so many templates at most; beyond them, those not seen for longest are forgotten. Safe
 * for use by several threads.
 */
public final class TemplateMiner implements Closeable {
  /** Templates kept unless told otherwise. */
  public static final int DEFAULT_TEMPLATES = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(TemplateMiner.class);

  private final LineScanner scanner = new LineScanner();
  private final LineCache cache = new LineCache();
  private final int maxTemplates;
  private Journal journal;
  private TemplateSet templates;
  private Replaced listener = (oldHash, newHash) -> {};

  private TemplateMiner(TemplateSet templates, int maxTemplates, Journal journal) {
    this.templates = templates;
    this.maxTemplates = maxTemplates;
    this.journal = journal;
  }

  /** Returns a miner that knows nothing and keeps what it learns in memory. */
  public static TemplateMiner inMemory() {
    return inMemory(DEFAULT_TEMPLATES);
  }

  static TemplateMiner inMemory(int maxTemplates) {
    return new TemplateMiner(new TemplateSet(), maxTemplates, Journal.NONE);
  }

  /**
   * Returns a miner that keeps what it learns in a file, and knows what was learned there before.
   * One miner at a time may have it open.
   *
   * @throws IOException where the file cannot be read or written
   */
  public static TemplateMiner open(Path file) throws IOException {
    return open(file, DEFAULT_TEMPLATES);
  }

  static TemplateMiner open(Path file, int maxTemplates) throws IOException {
    TemplateSet templates = new TemplateSet();
    return new TemplateMiner(templates, maxTemplates, TemplateFile.open(file, templates));
  }

  /** Names who is told of each hash that is replaced, before {@link #learn} returns. */
  public synchronized void onReplaced(Replaced told) {
    listener = told;
  }

  /**
   * Takes a message in and returns its pattern as known now.
   *
   * @param message a message without its layout and without secrets; of one beyond 4,096 characters
   *     or 320 words and delimiters the rest counts as one value
   */
  public synchronized LogPattern learn(String message) {
    Line line = scanner.scan(message);
    long key = line.hash();
    int index = cache.get(key);
    if (index < 0) {
      index = learn(line.form());
      cache.put(key, index);
    }
    return templates.use(index).pattern();
  }

  private int learn(Form form) {
    long before = templates.changes();
    int index = templates.learn(form);
    if (templates.changes() == before) {
      return index;
    }
    templates.report(listener);
    keep(form);
    return templates.isFull(maxTemplates) ? forget(form) : index;
  }

  private int forget(Form form) {
    templates = templates.withoutUnused();
    cache.clear();
    try {
      journal.replaceBy(templates.state());
    } catch (IOException e) {
      goOnWithoutJournal(e);
    }
    return templates.learn(form);
  }

  private void keep(Form form) {
    try {
      journal.learned(form.text());
    } catch (IOException e) {
      goOnWithoutJournal(e);
    }
  }

  private void goOnWithoutJournal(IOException e) {
    LOG.warn("Cannot keep the templates of log lines; they are known until the next restart", e);
    journal = Journal.NONE;
  }

  /**
   * Returns the pattern that a hash belongs to now: its own, or that of the template which its
   * template became; empty where the hash was never given, or its template is forgotten.
   */
  public synchronized Optional<LogPattern> current(String hash) {
    return templates.current(hash);
  }

  @Override
  public synchronized void close() {
    try {
      journal.close();
    } catch (IOException e) {
      goOnWithoutJournal(e);
    }
  }
}
