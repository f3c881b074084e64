import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.net.Socket;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.BridgeConfiguration;
import org.apache.activemq.artemis.core.config.DivertConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A broker with small limits, started twice, and clients that do well and badly. */
public final class Artemis {
  public static void main(String[] args) throws Exception {
    Bridge.install();
    EmbeddedActiveMQ first = start();
    work("tcp://127.0.0.1:61650");
    work("vm://0");
    Truth.fails(Artemis::garbage);
    Connection lasting = new ActiveMQConnectionFactory("tcp://127.0.0.1:61650?reconnectAttempts=3&retryInterval=100").createConnection();
    Session session = lasting.createSession();
    first.stop();
    Truth.fails(() -> session.createProducer(session.createQueue("q1")).send(session.createMessage()));
    EmbeddedActiveMQ second = start();
    Truth.fails(() -> work("tcp://127.0.0.1:61650"));
    Truth.fails(() -> work("tcp://127.0.0.1:1"));
    Thread.sleep(2000);
    second.stop();
    Truth.end();
  }

  private static EmbeddedActiveMQ start() throws Exception {
    ConfigurationImpl config = new ConfigurationImpl();
    config.setSecurityEnabled(false).setPersistenceEnabled(true).setJournalDirectory("journal").setBindingsDirectory("bindings");
    config.setPagingDirectory("paging").setLargeMessagesDirectory("large").setMaxDiskUsage(100);
    config.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:61650");
    config.addAcceptorConfiguration("vm", "vm://0");
    config.addAcceptorConfiguration("taken", "tcp://127.0.0.1:61650");
    config.addConnectorConfiguration("self", "tcp://127.0.0.1:61650");
    config.addConnectorConfiguration("none", "tcp://127.0.0.1:1");
    config.setConnectionTTLOverride(2000).setMessageExpiryScanPeriod(500).setAddressQueueScanPeriod(500);
    AddressSettings settings = new AddressSettings();
    settings.setMaxSizeBytes(30_000).setPageSizeBytes(10_000).setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    settings.setMaxDeliveryAttempts(2).setAutoDeleteQueues(true).setAutoDeleteQueuesDelay(500);
    config.addAddressSetting("#", settings);
    AddressSettings dropping = new AddressSettings();
    dropping.setMaxSizeBytes(5_000).setPageSizeBytes(5_000).setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
    config.addAddressSetting("dropping", dropping);
    config.addQueueConfiguration(QueueConfiguration.of("q1").setAddress("q1").setRoutingType(RoutingType.ANYCAST));
    config.addDivertConfiguration(new DivertConfiguration().setName("d").setAddress("q1").setForwardingAddress("copy"));
    config.addDivertConfiguration(new DivertConfiguration().setName("d2").setForwardingAddress("copy"));
    config.getBridgeConfigurations().add(
        new BridgeConfiguration().setName("b").setQueueName("q1").setForwardingAddress("away")
            .setStaticConnectors(java.util.List.of("none")).setRetryInterval(300));
    config.getBridgeConfigurations().add(new BridgeConfiguration().setName("b2").setQueueName("absent").setStaticConnectors(java.util.List.of("none")));
    EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    server.setConfiguration(config);
    server.start();
    server.getActiveMQServer().createQueue(QueueConfiguration.of("again").setRoutingType(RoutingType.ANYCAST));
    Truth.fails(() -> server.getActiveMQServer().createQueue(QueueConfiguration.of("again").setRoutingType(RoutingType.ANYCAST)));
    Truth.fails(() -> server.getActiveMQServer().destroyQueue(SimpleString.of("nobody")));
    Truth.fails(() -> server.getActiveMQServer().createQueue(QueueConfiguration.of("f").setFilterString("bad (((")));
    return server;
  }

  private static void work(String url) throws Exception {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url + (url.contains("?") ? "" : "?callTimeout=3000"))) {
      Connection connection = factory.createConnection();
      connection.start();
      Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
      Session transacted = connection.createSession(true, Session.SESSION_TRANSACTED);
      for (String name : new String[] {"q1", "dropping", "auto"}) {
        Queue queue = session.createQueue(name);
        MessageProducer producer = session.createProducer(queue);
        for (int i = 0; i < 40; i++) {
          producer.setTimeToLive(i % 5 == 0 ? 1 : 0);
          producer.send(session.createTextMessage("x".repeat(1500)));
        }
        MessageConsumer consumer = transacted.createConsumer(queue);
        for (int i = 0; i < 8; i++) {
          Message got = consumer.receive(300);
          if (got == null || i % 2 == 0) {
            transacted.rollback();
          } else {
            transacted.commit();
          }
        }
        consumer.close();
      }
      session.createProducer(session.createQueue("q1")).send(session.createTextMessage("y".repeat(300_000)));
      Truth.fails(() -> session.createConsumer(session.createQueue("q1"), "bad ((("));
      Truth.fails(() -> session.createDurableSubscriber(session.createTopic("t"), "n"));
      Truth.fails(() -> session.unsubscribe("n"));
      MessageConsumer listener = session.createConsumer(session.createQueue("auto"));
      listener.setMessageListener(m -> { throw new IllegalStateException("the listener is broken"); });
      Thread.sleep(1000);
      session.close();
      Truth.fails(session::createMessage);
      connection.close();
      Truth.fails(connection::start);
    }
  }

  private static void garbage() throws Exception {
    for (String text : new String[] {"GET / HTTP/1.1\r\n\r\nxxxxxxxxxxxxxxxxx", "\u0010\u0004MQTTxxxx", "AMQP\0\0\0\0xxxx", "\0\0\0\u0004zzzzzzz"}) {
      try (Socket socket = new Socket("127.0.0.1", 61650)) {
        socket.getOutputStream().write(text.getBytes("ISO-8859-1"));
        Thread.sleep(400);
      }
    }
  }
}
