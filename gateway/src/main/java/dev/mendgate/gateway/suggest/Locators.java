package dev.mendgate.gateway.suggest;

import dev.mendgate.gateway.source.IndexedRepository;

/** Makes locators from a repository's indexes. */
public final class Locators {
  private Locators() {}

  /**
   * Returns a locator for one commit.
   *
   * @param head full id of the commit that is to be repaired
   */
  public static FailureLocator of(IndexedRepository indexed, String head) {
    StatementLookup statements = new IndexedStatements(indexed.git().tree(head), indexed.folder());
    return new RepositoryLocator(indexed.git(), head, indexed.blame(), statements);
  }
}
