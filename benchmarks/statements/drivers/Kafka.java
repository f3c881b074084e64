import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One broker that is its own controller, and clients that do well and badly. */
public final class Kafka {
  private static final String BROKER = "127.0.0.1:19092";

  public static void main(String[] args) throws Exception {
    Path settings = Path.of("server.properties");
    Files.writeString(
        settings,
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:19093
        listeners=PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093
        advertised.listeners=PLAINTEXT://127.0.0.1:19092
        controller.listener.names=CONTROLLER
        log.dirs=logs
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        offsets.topic.num.partitions=2
        transaction.state.log.num.partitions=2
        log.segment.bytes=20000
        log.retention.check.interval.ms=2000
        group.initial.rebalance.delay.ms=100
        """);
    kafka.tools.StorageTool.execute(
        new String[] {"format", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", settings.toString()}, System.out);
    Thread broker = new Thread(() -> kafka.Kafka.main(new String[] {settings.toString()}));
    broker.setDaemon(true);
    broker.start();
    Thread.sleep(6000);
    admin();
    produce();
    consume();
    Truth.fails(Kafka::garbage);
    Truth.fails(Kafka::nobody);
    Truth.end();
  }

  private static void admin() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER))) {
      admin.createTopics(List.of(new NewTopic("a", 3, (short) 1), new NewTopic("b", 1, (short) 1))).all().get();
      Truth.fails(() -> admin.createTopics(List.of(new NewTopic("a", 3, (short) 1))).all().get());
      Truth.fails(() -> admin.createTopics(List.of(new NewTopic("c", 3, (short) 5))).all().get());
      Truth.fails(() -> admin.createTopics(List.of(new NewTopic("bad name", 1, (short) 1))).all().get());
      Truth.fails(() -> admin.createPartitions(Map.of("a", NewPartitions.increaseTo(2))).all().get());
      admin.createPartitions(Map.of("b", NewPartitions.increaseTo(2))).all().get();
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "b");
      admin.describeConfigs(List.of(topic)).all().get();
      admin.incrementalAlterConfigs(
              Map.of(topic, List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "5000"), AlterConfigOp.OpType.SET))))
          .all().get();
      Truth.fails(
          () -> admin.incrementalAlterConfigs(
                  Map.of(topic, List.of(new AlterConfigOp(new ConfigEntry("no.such", "5"), AlterConfigOp.OpType.SET))))
              .all().get());
      Truth.fails(() -> admin.deleteTopics(List.of("none")).all().get());
      Truth.fails(() -> admin.describeTopics(List.of("none")).allTopicNames().get());
      Truth.fails(() -> admin.describeConsumerGroups(List.of("none")).all().get());
      admin.listConsumerGroups().all().get();
      admin.describeCluster().nodes().get();
      admin.describeMetadataQuorum().quorumInfo().get();
    }
  }

  private static void produce() throws Exception {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", BROKER);
    settings.put("transactional.id", "t");
    settings.put("compression.type", "gzip");
    settings.put("unknown.setting", "x");
    StringSerializer text = new StringSerializer();
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, text, text)) {
      producer.initTransactions();
      for (int round = 0; round < 4; round++) {
        producer.beginTransaction();
        for (int i = 0; i < 50; i++) {
          producer.send(new ProducerRecord<>(i % 2 == 0 ? "a" : "b", "k" + i, "v".repeat(200)));
        }
        if (round == 2) {
          producer.abortTransaction();
        } else {
          producer.commitTransaction();
        }
      }
      Truth.fails(producer::commitTransaction);
      Truth.fails(() -> producer.send(new ProducerRecord<>("a", "outside")).get());
      try (KafkaProducer<String, String> other = new KafkaProducer<>(settings, text, text)) {
        other.initTransactions();
        Truth.fails(() -> { producer.beginTransaction(); producer.send(new ProducerRecord<>("a", "late")).get(); });
      }
    }
    Properties plain = new Properties();
    plain.put("bootstrap.servers", BROKER);
    plain.put("max.request.size", "1000");
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(plain, text, text)) {
      producer.send(new ProducerRecord<>("new", "x")).get();
      Truth.fails(() -> producer.send(new ProducerRecord<>("a", "x".repeat(2000))).get());
      Truth.fails(() -> producer.send(new ProducerRecord<>("a", 77, "k", "x")).get());
      Truth.fails(() -> producer.send(new ProducerRecord<>("no no", "x")).get());
    }
    Truth.fails(() -> new KafkaProducer<>(Map.of("acks", "maybe"), text, text));
    Truth.fails(() -> new KafkaProducer<>(Map.of("bootstrap.servers", "nowhere"), text, text));
  }

  private static Map<String, Object> group(String name, String reset) {
    return Map.of(
        "bootstrap.servers", BROKER, "group.id", name, "auto.offset.reset", reset, "max.poll.records", "20",
        "session.timeout.ms", "6000", "heartbeat.interval.ms", "500", "isolation.level", "read_committed");
  }

  private static void consume() throws Exception {
    StringDeserializer text = new StringDeserializer();
    try (KafkaConsumer<String, String> one = new KafkaConsumer<>(group("g", "earliest"), text, text);
        KafkaConsumer<String, String> two = new KafkaConsumer<>(group("g", "earliest"), text, text);
        KafkaConsumer<String, String> none = new KafkaConsumer<>(group("n", "none"), text, text)) {
      one.subscribe(List.of("a", "b"));
      for (int i = 0; i < 10; i++) {
        one.poll(Duration.ofMillis(200));
      }
      one.commitSync();
      two.subscribe(List.of("a"));
      for (int i = 0; i < 10; i++) {
        one.poll(Duration.ofMillis(200));
        two.poll(Duration.ofMillis(200));
      }
      two.commitAsync();
      one.seekToBeginning(one.assignment());
      one.poll(Duration.ofMillis(500));
      Truth.fails(() -> one.seek(new TopicPartition("z", 1), 5));
      Truth.fails(() -> one.position(new TopicPartition("z", 1)));
      Truth.fails(() -> one.assign(List.of(new TopicPartition("a", 1))));
      Truth.fails(() -> one.commitSync(Map.of(new TopicPartition("z", 3), new OffsetAndMetadata(-1))));
      one.offsetsForTimes(Map.of(new TopicPartition("a", 1), 0L));
      one.enforceRebalance("because");
      one.poll(Duration.ofMillis(300));
      none.subscribe(List.of("a"));
      Truth.fails(() -> { for (int i = 0; i < 20; i++) { none.poll(Duration.ofMillis(200)); } });
      Truth.fails(() -> none.poll(Duration.ofMillis(200)));
      one.unsubscribe();
      Truth.fails(() -> one.poll(Duration.ofMillis(200)));
    }
    Map<String, Object> lone = Map.of("bootstrap.servers", BROKER);
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(lone, text, text)) {
      consumer.assign(List.of(new TopicPartition("a", 0)));
      consumer.seek(new TopicPartition("a", 0), 100_000);
      consumer.poll(Duration.ofMillis(500));
      Truth.fails(consumer::commitSync);
      Truth.fails(() -> consumer.subscribe(List.of("a")));
      consumer.currentLag(new TopicPartition("a", 0));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER))) {
      admin.describeConsumerGroups(List.of("g")).all().get();
      admin.deleteConsumerGroups(List.of("g")).all().get();
      admin.deleteTopics(List.of("b")).all().get();
    }
  }

  private static void garbage() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", 19092)) {
      OutputStream out = socket.getOutputStream();
      out.write(new byte[] {0x7f, 1, 2, 3, 4, 5, 6, 7});
      Thread.sleep(500);
    }
    try (Socket socket = new Socket("127.0.0.1", 19092)) {
      socket.getOutputStream().write(new byte[] {0, 0, 0, 8, 0, 99, 0, 1, 0, 0, 0, 1});
      Thread.sleep(500);
    }
  }

  private static void nobody() throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", "1500");
    StringSerializer text = new StringSerializer();
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, text, text)) {
      producer.send(new ProducerRecord<>("a", "x")).get();
    }
  }
}
