package dev.mendgate.gateway.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.mendgate.v1.FailureEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link FailureStore} has to do. */
public abstract class FailureStoreContract {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  protected final Path folder;

  private Instant now = NOON;
  private FailureStore store;

  protected FailureStoreContract(Path folder) {
    this.folder = folder;
    this.store = open(folder, clock());
  }

  /** Opens the store that is kept in a folder. */
  protected abstract FailureStore open(Path folder, Clock clock);

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private void reopen() {
    store.close();
    store = open(folder, clock());
  }

  private static NewEvent event(EventKey key, String group, Instant occurredAt, String message) {
    return new NewEvent(
        key,
        group,
        "shop",
        "java.lang.IllegalStateException",
        "title of " + message,
        "00112233aabbccdd",
        occurredAt,
        FailureEvent.newBuilder().setLogMessage(message).build().toByteString());
  }

  private static NewEvent numbered(long sequence, String group) {
    return event(
        new EventKey.Numbered("till-1", sequence),
        group,
        NOON.plusSeconds(sequence),
        "m" + sequence);
  }

  private List<Appended> append(NewEvent... events) {
    return store.append(List.of(events)).join();
  }

  private long count(String group) {
    return store.group(group).orElseThrow().eventCount();
  }

  @Test
  void storesAnEventAndCountsItInItsGroup() {
    assertEquals(List.of(new Appended(false, "g1")), append(numbered(1, "g1")));
    FailureGroup group = store.group("g1").orElseThrow();
    assertEquals(1, group.eventCount());
    assertEquals("shop", group.repository());
    assertEquals("java.lang.IllegalStateException", group.exceptionType());
    assertEquals("title of m1", group.title());
    assertEquals("00112233aabbccdd", group.patternHash());
    assertEquals(NOON.plusSeconds(1), group.firstSeen());
    assertEquals(NOON.plusSeconds(1), group.lastSeen());
    assertEquals(numbered(1, "g1").payload(), group.latestEvent());
  }

  @Test
  void knowsNoGroupBeforeItsFirstEvent() {
    assertTrue(store.group("g1").isEmpty());
    assertEquals(new GroupPage(List.of(), ""), store.groups(GroupFilter.ALL, 10, ""));
    assertEquals(0, store.lastSequence("till-1"));
  }

  @Test
  void recognisesANumberItHasSeenAlsoAfterReopening() {
    append(numbered(1, "g1"), numbered(2, "g2"));
    reopen();
    assertEquals(
        List.of(new Appended(true, "g1"), new Appended(true, "g2"), new Appended(false, "g1")),
        append(numbered(1, "g1"), numbered(2, "g2"), numbered(3, "g1")));
    assertEquals(2, count("g1"));
    assertEquals(1, count("g2"));
    assertEquals(3, store.lastSequence("till-1"));
  }

  @Test
  void recognisesANumberThatComesTwiceInOneCall() {
    assertEquals(
        List.of(new Appended(false, "g1"), new Appended(true, "g1")),
        append(numbered(1, "g1"), numbered(1, "g1")));
    assertEquals(1, count("g1"));
  }

  @Test
  void namesTheGroupThatCountedTheFirstOfTwoDuplicates() {
    append(numbered(1, "g1"));
    assertEquals(List.of(new Appended(true, "g1")), append(numbered(1, "other")));
    assertTrue(store.group("other").isEmpty());
  }

  @Test
  void takesTheNumbersOfEachProducerForItself() {
    EventKey other = new EventKey.Numbered("till-2", 1);
    append(numbered(1, "g1"));
    assertEquals(List.of(new Appended(false, "g1")), append(event(other, "g1", NOON, "x")));
    assertEquals(2, count("g1"));
    assertEquals(1, store.lastSequence("till-2"));
  }

  @Test
  void recognisesADigestAlsoAfterReopening() {
    EventKey key = new EventKey.Digest("d1");
    assertFalse(append(event(key, "g1", NOON, "x")).get(0).duplicate());
    reopen();
    assertEquals(List.of(new Appended(true, "g1")), append(event(key, "g1", NOON, "x")));
    assertEquals(1, count("g1"));
  }

  @Test
  void countsEventsWithoutKeyEachTime() {
    append(event(EventKey.NONE, "g1", NOON, "x"), event(EventKey.NONE, "g1", NOON, "x"));
    assertEquals(2, count("g1"));
  }

  @Test
  void keepsTheEventThatHappenedLastWhateverTheOrderOfArrival() {
    append(
        event(EventKey.NONE, "g1", NOON, "middle"),
        event(EventKey.NONE, "g1", NOON.plusSeconds(9), "newest"),
        event(EventKey.NONE, "g1", NOON.minusSeconds(9), "earliest"));
    FailureGroup group = store.group("g1").orElseThrow();
    assertEquals(3, group.eventCount());
    assertEquals(NOON.minusSeconds(9), group.firstSeen());
    assertEquals(NOON.plusSeconds(9), group.lastSeen());
    assertEquals("title of newest", group.title());
  }

  @Test
  void keepsBytesAsTheyWere() {
    ByteString bytes = ByteString.copyFrom(new byte[] {(byte) 0xfa, 0x7f, 0x00, 0x01});
    NewEvent event = new NewEvent(EventKey.NONE, "g1", "", "", "t", "", NOON, bytes);
    append(event);
    reopen();
    assertEquals(bytes, store.group("g1").orElseThrow().latestEvent());
  }

  @Test
  void listsGroupsNewestFirstInPagesThatMissAndRepeatNothing() {
    for (int i = 1; i <= 7; i++) {
      // Two groups share each second, so that pages end between equals.
      append(event(EventKey.NONE, "g" + i, NOON.plusSeconds(i / 2), "x"));
    }
    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      GroupPage page = store.groups(GroupFilter.ALL, 2, token);
      page.groups().forEach(group -> seen.add(group.id()));
      token = page.nextPageToken();
    } while (!token.isEmpty());
    assertEquals(List.of("g6", "g7", "g4", "g5", "g2", "g3", "g1"), seen);
  }

  @Test
  void listsOnlyTheRepositoryAskedFor() {
    append(numbered(1, "g1"));
    append(new NewEvent(EventKey.NONE, "g2", "bank", "", "t", "", NOON, ByteString.EMPTY));
    List<FailureGroup> groups = store.groups(new GroupFilter("bank", ""), 10, "").groups();
    assertEquals(List.of("g2"), groups.stream().map(FailureGroup::id).toList());
  }

  @Test
  void refusesATokenOfAnotherList() {
    append(numbered(1, "g1"), numbered(2, "g2"));
    String token = store.groups(GroupFilter.ALL, 1, "").nextPageToken();
    assertThrows(
        PageTokenException.class, () -> store.groups(new GroupFilter("bank", ""), 1, token));
    assertThrows(PageTokenException.class, () -> store.groups(GroupFilter.ALL, 1, "not a token!"));
  }

  @Test
  void forgetsOldEventsAndGroupsButNotWhatProducersHaveSent() {
    append(numbered(1, "old"), numbered(2, "both"));
    now = NOON.plusSeconds(3600);
    append(event(EventKey.NONE, "both", NOON.minusSeconds(5), "received later"));
    assertEquals(2, store.forgetBefore(NOON.plusSeconds(60)));
    assertTrue(store.group("old").isEmpty());
    FailureGroup both = store.group("both").orElseThrow();
    assertEquals(2, both.eventCount());
    assertTrue(both.latestEvent().toStringUtf8().contains("received later"));
    assertTrue(append(numbered(2, "both")).get(0).duplicate());
  }

  @Test
  void countsExactlyOnceWhenManyProducersWriteAndRepeatAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> running = new ArrayList<>();
    for (int p = 0; p < 8; p++) {
      String producer = "p" + p;
      running.add(
          threads.submit(
              () -> {
                List<CompletableFuture<?>> done = new ArrayList<>();
                for (long n = 1; n <= 200; n++) {
                  NewEvent event =
                      event(new EventKey.Numbered(producer, n), "g" + n % 5, NOON, "x");
                  done.add(store.append(List.of(event, event)));
                }
                done.forEach(CompletableFuture::join);
              }));
    }
    for (Future<?> thread : running) {
      thread.get();
    }
    threads.shutdown();
    for (int g = 0; g < 5; g++) {
      assertEquals(8 * 200 / 5, count("g" + g));
    }
    assertEquals(0, store.queueDepth());
  }

  @Test
  void refusesWorkAfterClosing() {
    store.close();
    assertThrows(IllegalStateException.class, () -> store.append(List.of(numbered(1, "g1"))));
    assertThrows(IllegalStateException.class, () -> store.group("g1"));
  }

  @Test
  void writesWhatItTookBeforeItCloses() {
    List<CompletableFuture<List<Appended>>> taken = new ArrayList<>();
    for (long n = 1; n <= 500; n++) {
      taken.add(store.append(List.of(numbered(n, "g1"))));
    }
    reopen();
    assertTrue(taken.stream().allMatch(CompletableFuture::isDone));
    assertEquals(500, count("g1"));
  }

  private static NewEvent filed(String group, String scope, String hash, String... formers) {
    List<NewEvent.Former> former = new ArrayList<>();
    for (String name : formers) {
      former.add(new NewEvent.Former(name, "hash of " + name));
    }
    return new NewEvent(
        EventKey.NONE,
        group,
        "shop",
        "",
        "t " + group,
        hash,
        NOON,
        ByteString.EMPTY,
        scope,
        former);
  }

  private List<String> listed(String repository, String hash) {
    return store.groups(new GroupFilter(repository, hash), 10, "").groups().stream()
        .map(FailureGroup::id)
        .toList();
  }

  @Test
  void anEventUnitesTheGroupOfAFormerFingerprintWithItsOwn() {
    append(filed("old", "s", "hash of old"), filed("old", "s", "hash of old"));
    assertEquals(List.of(new Appended(false, "old")), append(filed("new", "s", "h", "old")));
    assertEquals(List.of(new Appended(false, "old")), append(filed("new", "s", "h")));
    reopen();
    assertEquals(List.of(new Appended(false, "old")), append(filed("new", "s", "h")));
    assertEquals(5, count("old"));
    assertEquals(5, count("new"));
    assertEquals(List.of("old"), listed("", ""));
    assertEquals("h", store.group("old").orElseThrow().patternHash());
  }

  @Test
  void anEventMergesTwoGroupsThatAreThereAlready() {
    append(filed("old", "s", "hash of old"), filed("new", "s", "h"), filed("other", "s", "o"));
    assertEquals(List.of(new Appended(false, "new")), append(filed("new", "s", "h", "old")));
    reopen();
    assertEquals(3, count("old"));
    assertEquals("new", store.group("old").orElseThrow().id());
    assertEquals(List.of("new", "other"), listed("", ""));
    assertEquals(List.of(new Appended(false, "new")), append(filed("old", "s", "hash of old")));
    assertEquals("h", store.group("old").orElseThrow().patternHash());
  }

  @Test
  void findsGroupsByTheirHashAndByTheOneItReplaced() {
    append(filed("old", "s", "hash of old"), filed("other", "s", "o"));
    append(filed("new", "s", "h", "old"));
    assertEquals(List.of("old"), listed("", "h"));
    assertEquals(List.of("old"), listed("shop", "hash of old"));
    assertEquals(List.of(), listed("bank", "hash of old"));
    assertEquals(List.of("other"), listed("", "o"));
    assertEquals(List.of(), listed("", "unknown"));
  }

  @Test
  void unitesOnlyGroupsOfTheRepository() {
    append(
        new NewEvent(EventKey.NONE, "old", "bank", "", "t", "hash of old", NOON, ByteString.EMPTY));
    append(filed("new", "s", "h", "old"));
    assertEquals(1, count("old"));
    assertEquals(1, count("new"));
  }

  @Test
  void aReplacedHashUnitesWhatOnlyItKeptApart() {
    append(
        filed("a", "s1", "old"),
        filed("b", "s1", "new"),
        filed("c", "s2", "old"),
        filed("d", "s2", "else"));
    store.replaceHash("shop", "old", "new");
    reopen();
    assertEquals(2, count("a"));
    assertEquals("b", store.group("a").orElseThrow().id());
    assertEquals("new", store.group("c").orElseThrow().patternHash());
    assertEquals(List.of("b", "c"), listed("", "old"));
    assertEquals(List.of("b", "c"), listed("", "new"));
  }

  @Test
  void aHashThatIsReplacedTwiceLeadsToTheLast() {
    append(filed("a", "s", "one"));
    store.replaceHash("shop", "one", "two");
    store.replaceHash("shop", "two", "three");
    store.replaceHash("bank", "three", "four");
    assertEquals("three", store.group("a").orElseThrow().patternHash());
    assertEquals(List.of("a"), listed("", "one"));
    assertEquals(List.of("a"), listed("", "two"));
    append(filed("e", "s9", "one"));
    assertEquals("three", store.group("e").orElseThrow().patternHash());
  }

  @Test
  void hashesThatReplaceEachOtherMakeNoCircle() {
    append(filed("a", "s", "one"));
    store.replaceHash("shop", "one", "two");
    store.replaceHash("shop", "two", "one");
    append(filed("a", "s", "one"));
    assertEquals(2, count("a"));
    assertEquals(List.of("a"), listed("", "one"));
    assertEquals(List.of("a"), listed("", "two"));
  }

  @Test
  void recognisesADuplicateOfAMergedGroup() {
    append(numbered(1, "old"));
    append(filed("new", "s", "h"));
    append(filed("new", "s", "h", "old"));
    assertEquals(List.of(new Appended(true, "new")), append(numbered(1, "old")));
  }

  @Test
  void forgetsAliasesOfGroupsThatAreForgotten() {
    append(filed("old", "s", "hash of old"), filed("new", "s", "h"));
    append(filed("new", "s", "h", "old"));
    assertEquals(3, store.forgetBefore(NOON.plusSeconds(60)));
    assertTrue(store.group("old").isEmpty());
    assertEquals(List.of(new Appended(false, "old")), append(filed("old", "s", "x")));
  }
}
