import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.LoggingLevel;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Routes that work, retry, give up, and some that cannot be built. */
public final class Camel {
  public static void main(String[] args) throws Exception {
    Bridge.install();
    Path in = Path.of("in");
    Files.createDirectories(in);
    for (int i = 0; i < 6; i++) {
      Files.writeString(in.resolve("f" + i + ".txt"), "line one\nline two " + i);
    }
    DefaultCamelContext context = new DefaultCamelContext();
    context.setTracing(true);
    context.addRoutes(routes());
    context.start();
    ProducerTemplate template = context.createProducerTemplate();
    for (int i = 0; i < 5; i++) {
      template.sendBody("direct:start", "body " + i);
      template.sendBody("seda:queue", List.of("a", "b", i));
      Truth.fails(() -> template.sendBody("direct:fail", "x"));
      Truth.fails(() -> template.requestBody("direct:retry", "x"));
    }
    Truth.fails(() -> template.sendBody("direct:nobody", "x"));
    Truth.fails(() -> template.sendBody("nosuch:thing", "x"));
    Truth.fails(() -> template.sendBody("direct:simple", "x"));
    Truth.fails(() -> template.requestBody("direct:start", "x", Thread.class));
    Truth.fails(() -> context.resolvePropertyPlaceholders("{{no.such.key}}"));
    Thread.sleep(3000);
    context.getRouteController().stopRoute("files");
    context.getRouteController().startRoute("files");
    context.suspend();
    context.resume();
    Truth.fails(() -> context.addRoutes(wrong("timer:t?period=abc", "log:x")));
    Truth.fails(() -> context.addRoutes(wrong("timer:t?nothing=1", "log:x")));
    Truth.fails(() -> context.addRoutes(wrong("direct:start", "log:again")));
    Truth.fails(() -> context.addRoutes(wrong("direct:x", "bean:nobody")));
    context.stop();
    Truth.fails(() -> template.sendBody("direct:start", "late"));
    Truth.end();
  }

  private static RouteBuilder wrong(String from, String to) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from(from).routeId("wrong-" + from.hashCode()).to(to);
      }
    };
  }

  private static RouteBuilder routes() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        onException(IllegalArgumentException.class).maximumRedeliveries(2).redeliveryDelay(20).retryAttemptedLogLevel(LoggingLevel.WARN);
        from("timer:tick?period=200&repeatCount=5").routeId("tick").log("tick").to("direct:start");
        from("file:in?delay=200&idempotent=true&move=done").routeId("files").split(body().tokenize("\n")).to("seda:queue");
        from("direct:start").routeId("start").choice().when(body().contains("3")).log("three").otherwise().to("log:other").end()
            .setHeader("a", constant("b")).filter(header("a").isEqualTo("c")).to("log:never");
        from("seda:queue?concurrentConsumers=2").routeId("queue").process(e -> {
          if (e.getIn().getBody(String.class).contains("two 3")) {
            throw new IllegalStateException("three again");
          }
        }).to("file:out?fileName=${exchangeId}.txt");
        from("direct:fail").routeId("fail").throwException(new IllegalStateException("broken on purpose"));
        from("direct:retry").routeId("retry").process(e -> { throw new IllegalArgumentException("not yet"); });
        from("direct:simple").routeId("simple").transform(simple("${body.nothing}"));
        from("direct:multi").routeId("multi").multicast().parallelProcessing().to("direct:start", "direct:fail");
        from("timer:multi?period=300&repeatCount=3").routeId("m").aggregate(constant(true), (o, n) -> n).completionSize(2).completionTimeout(500).to("direct:multi");
      }
    };
  }
}
