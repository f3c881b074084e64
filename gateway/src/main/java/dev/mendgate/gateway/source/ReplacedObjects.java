package dev.mendgate.gateway.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.attributes.AttributesNodeProvider;
import org.eclipse.jgit.internal.storage.commitgraph.CommitGraph;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.BaseRepositoryBuilder;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Reads the objects that {@code git replace} puts in the place of others, as git itself does and
 * JGit does not.
 */
final class ReplacedObjects extends Repository {
  private static final String PREFIX = "refs/replace/";

  private final Repository original;
  private final Map<ObjectId, ObjectId> replacements;

  private ReplacedObjects(Repository original, Map<ObjectId, ObjectId> replacements) {
    super(describe(original));
    this.original = original;
    this.replacements = replacements;
  }

  /** Returns the repository itself where nothing is replaced. */
  static Repository honour(Repository original) throws IOException {
    Map<ObjectId, ObjectId> replacements = new HashMap<>();
    for (Ref ref : original.getRefDatabase().getRefsByPrefix(PREFIX)) {
      String name = ref.getName().substring(PREFIX.length());
      if (ObjectId.isId(name) && ref.getObjectId() != null) {
        replacements.put(ObjectId.fromString(name), ref.getObjectId());
      }
    }
    return replacements.isEmpty() ? original : new ReplacedObjects(original, replacements);
  }

  private static BaseRepositoryBuilder<?, ?> describe(Repository original) {
    FileRepositoryBuilder builder = new FileRepositoryBuilder().setGitDir(original.getDirectory());
    if (!original.isBare()) {
      builder.setWorkTree(original.getWorkTree());
    }
    return builder.setFS(original.getFS());
  }

  @Override
  public ObjectReader newObjectReader() {
    return new Reader(original.newObjectReader());
  }

  @Override
  public void create(boolean bare) throws IOException {
    original.create(bare);
  }

  @Override
  public String getIdentifier() {
    return original.getIdentifier();
  }

  @Override
  public ObjectDatabase getObjectDatabase() {
    return original.getObjectDatabase();
  }

  @Override
  public RefDatabase getRefDatabase() {
    return original.getRefDatabase();
  }

  @Override
  public StoredConfig getConfig() {
    return original.getConfig();
  }

  @Override
  public AttributesNodeProvider createAttributesNodeProvider() {
    return original.createAttributesNodeProvider();
  }

  @Override
  public void scanForRepoChanges() throws IOException {
    original.scanForRepoChanges();
  }

  @Override
  public void notifyIndexChanged(boolean internal) {
    original.notifyIndexChanged(internal);
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public ReflogReader getReflogReader(String refName) throws IOException {
    return original.getReflogReader(refName);
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public ReflogReader getReflogReader(Ref ref) throws IOException {
    return original.getReflogReader(ref);
  }

  @Override
  protected void doClose() {
    original.close();
  }

  private final class Reader extends ObjectReader.Filter {
    private final ObjectReader delegate;

    Reader(ObjectReader delegate) {
      this.delegate = delegate;
    }

    @Override
    protected ObjectReader delegate() {
      return delegate;
    }

    @Override
    public ObjectReader newReader() {
      return new Reader(delegate.newReader());
    }

    @Override
    public boolean has(AnyObjectId id, int type) throws IOException {
      return delegate.has(actual(id), type);
    }

    @Override
    public boolean has(AnyObjectId id) throws IOException {
      return delegate.has(actual(id));
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
      return delegate.open(actual(id), type);
    }

    @Override
    public ObjectLoader open(AnyObjectId id) throws IOException {
      return delegate.open(actual(id));
    }

    @Override
    public long getObjectSize(AnyObjectId id, int type) throws IOException {
      return delegate.getObjectSize(actual(id), type);
    }

    @Override
    public Optional<CommitGraph> getCommitGraph() {
      // It records the parents of the original commits.
      return Optional.empty();
    }

    private AnyObjectId actual(AnyObjectId id) {
      ObjectId replacement = replacements.get(id.toObjectId());
      return replacement == null ? id : replacement;
    }
  }
}
