package dev.mendgate.gateway.source.remote;

import java.io.IOException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** What a clone's config file remembers, under the names that git itself has for it. */
final class CloneSettings {
  private static final String REMOTE = "remote";
  private static final String ORIGIN = "origin";
  private static final int DEFAULT_PACK_LIMIT = 50;
  private static final String FILTER = "partialclonefilter";

  private final StoredConfig config;

  CloneSettings(Repository clone) {
    this.config = clone.getConfig();
  }

  void write(URIish uri, @Nullable String filter) throws IOException {
    config.setString(REMOTE, ORIGIN, "url", uri.toString());
    // Tidying up is part of a fetch: nobody else may touch the clone in the background. What became
    // of a repacked pack's unreachable objects stays for two weeks as files of their own.
    config.setBoolean("gc", null, "autodetach", false);
    config.setString("gc", null, "prunepackexpire", "now");
    if (filter != null) {
      config.setBoolean(REMOTE, ORIGIN, "promisor", true);
      config.setString(REMOTE, ORIGIN, FILTER, filter);
      // JGit cannot repack what is not there.
      config.setInt("gc", null, "auto", 0);
    }
    config.save();
  }

  FilterSpec filter() throws PackProtocolException {
    String line = config.getString(REMOTE, ORIGIN, FILTER);
    return line == null ? FilterSpec.NO_FILTER : FilterSpec.fromFilterLine(line);
  }

  /** Returns how many packs may be there; without limit where JGit repacks by itself. */
  int packLimit() throws PackProtocolException {
    return filter().isNoOp()
        ? Integer.MAX_VALUE
        : config.getInt("gc", "autopacklimit", DEFAULT_PACK_LIMIT);
  }
}
