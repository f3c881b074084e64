import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;

/** Three peers that lose one another, and clients that ask them for what is and what is not. */
public final class Zookeeper {
  private static final int[] CLIENT = {21811, 21812, 21813};

  /** A peer that can be stopped. */
  private static final class Peer extends QuorumPeerMain {
    void stop() {
      quorumPeer.shutdown();
    }
  }

  public static void main(String[] args) throws Exception {
    Peer[] peers = {start(1), start(2), start(3)};
    Thread.sleep(4000);
    String all = "127.0.0.1:21811,127.0.0.1:21812,127.0.0.1:21813";
    ZooKeeper client = new ZooKeeper(all, 6000, e -> {});
    Thread.sleep(2000);
    work(client);
    for (String word : new String[] {"ruok", "stat", "srvr", "mntr", "conf", "cons", "dump", "envi", "wchs", "nope"}) {
      ask(CLIENT[0], word);
    }
    Truth.fails(() -> garbage(CLIENT[1]));
    peers[2].stop();
    Thread.sleep(3000);
    Truth.fails(() -> client.create("/later", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL));
    peers[2] = start(3);
    Thread.sleep(4000);
    peers[0].stop();
    Thread.sleep(3000);
    Truth.fails(() -> client.getChildren("/", true));
    peers[1].stop();
    Thread.sleep(4000);
    Truth.fails(() -> client.getChildren("/", false));
    start(1);
    start(2);
    Thread.sleep(5000);
    Truth.fails(() -> client.getChildren("/", false));
    ZooKeeper brief = new ZooKeeper(all, 2000, e -> {});
    Thread.sleep(1500);
    Truth.fails(() -> brief.create("/brief", null, Ids.CREATOR_ALL_ACL, CreateMode.PERSISTENT));
    brief.close();
    client.close();
    Thread.sleep(1000);
    Truth.end();
  }

  private static void work(ZooKeeper client) throws Exception {
    client.addAuthInfo("digest", "a:b".getBytes(StandardCharsets.UTF_8));
    client.create("/a", new byte[10], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    client.create("/mine", new byte[10], Ids.CREATOR_ALL_ACL, CreateMode.PERSISTENT);
    for (int i = 0; i < 20; i++) {
      client.create("/a/n", new byte[i], Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
    }
    client.create("/c", new byte[1], Ids.OPEN_ACL_UNSAFE, CreateMode.CONTAINER);
    Truth.fails(() -> client.create("/t", new byte[1], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT_WITH_TTL, null, 100));
    Truth.fails(() -> client.create("/a", null, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
    Truth.fails(() -> client.create("bad", null, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
    Truth.fails(() -> client.create("/x//y", null, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
    Truth.fails(() -> client.create("/x/", null, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
    Truth.fails(() -> client.create("/n/o", null, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
    Truth.fails(() -> client.create("/z", null, List.of(), CreateMode.PERSISTENT));
    Truth.fails(() -> client.getData("/none", true, null));
    Truth.fails(() -> client.setData("/a", new byte[3], 77));
    Truth.fails(() -> client.delete("/a", -1));
    Truth.fails(() -> client.delete("/none", -1));
    Truth.fails(() -> client.setData("/big", new byte[2_000_000], -1));
    client.exists("/watch", true);
    client.addWatch("/a", AddWatchMode.PERSISTENT_RECURSIVE);
    client.setData("/a", new byte[4], -1);
    client.multi(List.of(Op.check("/a", 1), Op.setData("/a", new byte[2], 1)));
    Truth.fails(() -> client.multi(List.of(Op.check("/a", 99), Op.delete("/a", -1))));
    client.sync("/a", (rc, path, context) -> {}, null);
    client.getACL("/mine", null);
    Truth.fails(() -> client.removeAllWatches("/q", org.apache.zookeeper.Watcher.WatcherType.Any, false));
    client.getAllChildrenNumber("/");
    client.getEphemerals();
  }

  private static Peer start(int id) throws Exception {
    Path data = Path.of("data" + id);
    Files.createDirectories(data);
    Files.writeString(data.resolve("myid"), "" + id);
    Properties settings = new Properties();
    settings.putAll(
        java.util.Map.of(
            "tickTime", "500", "initLimit", "10", "syncLimit", "5", "dataDir", data.toString(),
            "clientPort", "" + CLIENT[id - 1], "4lw.commands.whitelist", "*",
            "admin.enableServer", "false", "standaloneEnabled", "false", "autopurge.purgeInterval", "1",
            "snapCount", "20"));
    for (int i = 1; i <= 3; i++) {
      settings.put("server." + i, "127.0.0.1:2281" + i + ":2381" + i);
    }
    QuorumPeerConfig config = new QuorumPeerConfig();
    config.parseProperties(settings);
    Peer peer = new Peer();
    Thread thread =
        new Thread(
            () -> {
              try {
                peer.runFromConfig(config);
              } catch (Throwable e) {
                Truth.thrown(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return peer;
  }

  private static void ask(int port, String word) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(1000);
      Truth.fails(() -> socket.getInputStream().readAllBytes());
    }
  }

  private static void garbage(int port) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(new byte[] {0x7f, 1, 2, 3, 4, 5, 6, 7});
      out.flush();
      Thread.sleep(300);
    }
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(new byte[] {0, 0, 0, 2, 4, 5, 6, 7});
      Thread.sleep(300);
    }
  }
}
