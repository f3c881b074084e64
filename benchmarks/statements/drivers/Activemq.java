import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.TransportConnector;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.network.NetworkConnector;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/** Two connected brokers, clients that come and go, one broker that is restarted. */
public final class Activemq {
  public static void main(String[] args) throws Exception {
    Bridge.install();
    BrokerService second = broker("two", 61711, null);
    BrokerService first = broker("one", 61710, "static:(tcp://127.0.0.1:61711)");
    work("tcp://127.0.0.1:61710?wireFormat.maxInactivityDuration=1000");
    work("failover:(tcp://127.0.0.1:61711,tcp://127.0.0.1:1)?initialReconnectDelay=50&maxReconnectAttempts=2");
    work("vm://one?create=false");
    Truth.fails(() -> work("tcp://127.0.0.1:1"));
    Truth.fails(() -> work("nosuch://127.0.0.1:1"));
    Truth.fails(() -> work("tcp://127.0.0.1:61710?noSuchOption=1"));
    Truth.fails(() -> stomp(61713));
    Truth.fails(() -> garbage(61710));
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("failover:(tcp://127.0.0.1:61711)?timeout=2000");
    Connection lasting = factory.createConnection("u", "p");
    lasting.setClientID("lasting");
    lasting.start();
    Session session = lasting.createSession(true, Session.SESSION_TRANSACTED);
    session.createDurableSubscriber(session.createTopic("news"), "name");
    Truth.fails(() -> again());
    second.stop();
    Truth.fails(() -> session.createProducer(session.createQueue("q")).send(session.createTextMessage("x")));
    second = broker("two", 61711, null);
    Thread.sleep(3000);
    Truth.fails(session::commit);
    Truth.fails(session::rollback);
    lasting.close();
    first.stop();
    second.stop();
    Truth.end();
  }

  private static void again() throws Exception {
    Connection other = new ActiveMQConnectionFactory("tcp://127.0.0.1:61711").createConnection("u", "p");
    other.setClientID("lasting");
    other.start();
  }

  private static BrokerService broker(String name, int port, String peer) throws Exception {
    BrokerService broker = new BrokerService();
    broker.setBrokerName(name);
    broker.setDataDirectory("data-" + name);
    broker.setUseJmx(true);
    broker.getManagementContext().setCreateConnector(false);
    broker.setSchedulerSupport(true);
    broker.setAdvisorySupport(true);
    broker.getSystemUsage().getMemoryUsage().setLimit(400_000);
    TransportConnector connector = broker.addConnector("tcp://127.0.0.1:" + port);
    connector.setName("plain");
    broker.addConnector("stomp://127.0.0.1:" + (port + 3));
    PolicyEntry policy = new PolicyEntry();
    policy.setMemoryLimit(200_000);
    policy.setProducerFlowControl(true);
    policy.setGcInactiveDestinations(true);
    policy.setInactiveTimeoutBeforeGC(500);
    PolicyMap policies = new PolicyMap();
    policies.setDefaultEntry(policy);
    broker.setDestinationPolicy(policies);
    broker.setSchedulePeriodForDestinationPurge(500);
    SimpleAuthenticationPlugin users =
        new SimpleAuthenticationPlugin(List.of(new AuthenticationUser("u", "p", "g")));
    users.setAnonymousAccessAllowed(true);
    broker.setPlugins(new BrokerPlugin[] {users});
    if (peer != null) {
      NetworkConnector network = broker.addNetworkConnector(new URI(peer));
      network.setDuplex(true);
      network.addStaticallyIncludedDestination(new ActiveMQQueue("shared"));
    }
    broker.start();
    broker.waitUntilStarted();
    return broker;
  }

  private static void work(String url) throws Exception {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
    Truth.fails(() -> factory.createConnection("u", "wrong").start());
    Connection connection = factory.createConnection("u", "p");
    connection.start();
    Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
    Session transacted = connection.createSession(true, Session.SESSION_TRANSACTED);
    Queue queue = session.createQueue("q" + Math.abs(url.hashCode() % 100));
    Topic topic = session.createTopic("news");
    MessageConsumer listener = session.createConsumer(topic);
    listener.setMessageListener(m -> { throw new IllegalStateException("the listener is broken"); });
    MessageConsumer consumer = transacted.createConsumer(queue);
    MessageProducer producer = session.createProducer(queue);
    producer.setDeliveryMode(DeliveryMode.PERSISTENT);
    for (int i = 0; i < 60; i++) {
      Message message = session.createTextMessage("m" + "x".repeat(2000));
      message.setStringProperty("JMSXGroupID", "g" + i % 3);
      producer.send(message, DeliveryMode.PERSISTENT, i % 9, i % 7 == 0 ? 1 : 0);
    }
    session.createProducer(topic).send(session.createTextMessage("hello"));
    session.createProducer(session.createQueue("shared")).send(session.createBytesMessage());
    for (int i = 0; i < 20; i++) {
      Message got = consumer.receive(500);
      if (got == null) {
        break;
      }
      if (i % 2 == 0) {
        transacted.rollback();
      } else {
        transacted.commit();
      }
    }
    Truth.fails(() -> session.createConsumer(queue, "bad selector ((("));
    Truth.fails(() -> session.createTemporaryQueue().delete());
    Truth.fails(() -> session.unsubscribe("none"));
    Truth.fails(() -> connection.setClientID("late"));
    session.createBrowser(queue).getEnumeration().hasMoreElements();
    consumer.close();
    Truth.fails(consumer::receive);
    session.close();
    Truth.fails(session::createTextMessage);
    connection.close();
    Truth.fails(() -> connection.createSession(false, 1));
  }

  private static void stomp(int port) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write("CONNECT\nlogin:u\npasscode:p\n\n\0SEND\ndestination:/queue/a\n\nhi\0NOPE\n\n\0".getBytes());
      Thread.sleep(500);
    }
  }

  private static void garbage(int port) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".getBytes());
      Thread.sleep(500);
    }
  }
}
