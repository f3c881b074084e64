import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.realm.NullRealm;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.StuckThreadDetectionValve;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** A server with good and broken applications, asked properly and improperly. */
public final class Tomcat {
  private static final int PORT = 18080;

  /** Does what it is asked for. */
  public static final class Work extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      String what = String.valueOf(request.getQueryString());
      switch (what) {
        case "throw" -> throw new IllegalStateException("broken on purpose");
        case "servlet" -> throw new ServletException("no luck", new IOException("deep"));
        case "session" -> request.getSession().setAttribute("a", new Object());
        case "error" -> response.sendError(418, "teapot");
        case "parts" -> request.getParts();
        case "param" -> request.getParameterMap();
        case "redirect" -> response.sendRedirect("/elsewhere");
        case "async" -> request.startAsync().setTimeout(100);
        case "forward" -> request.getRequestDispatcher("/none").forward(request, response);
        case "slow" -> sleep();
        default -> response.getWriter().println("fine");
      }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      doGet(request, response);
    }

    private static void sleep() {
      try {
        Thread.sleep(2500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Cannot be started. */
  public static final class Unable extends HttpServlet {
    @Override
    public void init() throws ServletException {
      throw new ServletException("cannot start");
    }
  }

  public static void main(String[] args) throws Exception {
    Bridge.install();
    run(0);
    run(1);
    Truth.end();
  }

  private static void run(int round) throws Exception {
    org.apache.catalina.startup.Tomcat tomcat = new org.apache.catalina.startup.Tomcat();
    tomcat.setBaseDir("base" + round);
    tomcat.setPort(PORT + round);
    tomcat.getConnector().setProperty("maxSwallowSize", "100");
    tomcat.getConnector().setProperty("connectionTimeout", "1000");
    tomcat.getConnector().setProperty("noSuchProperty", "1");
    Path base = Path.of("docs" + round).toAbsolutePath();
    Files.createDirectories(base.resolve("WEB-INF/classes"));
    Files.writeString(base.resolve("index.html"), "<p>hello</p>");
    Context good = tomcat.addContext("/good", base.toString());
    servlets(good);
    tomcat.setAddDefaultWebXmlToWebapp(false);
    Context web = tomcat.addWebapp("/web", base.toString());
    Files.writeString(
        base.resolve("WEB-INF/web.xml"),
        "<web-app version='6.0'><servlet><servlet-name>x</servlet-name><servlet-class>no.such.Servlet</servlet-class>"
            + "</servlet><servlet-mapping><servlet-name>x</servlet-name><url-pattern>/x</url-pattern></servlet-mapping>"
            + "" + "</web-app>");
    tomcat.getHost().getPipeline().addValve(new RemoteIpValve());
    StuckThreadDetectionValve stuck = new StuckThreadDetectionValve();
    stuck.setThreshold(1);
    tomcat.getEngine().setBackgroundProcessorDelay(1);
    tomcat.getHost().getPipeline().addValve(stuck);
    Connector second = new Connector("HTTP/1.1");
    second.setPort(PORT + round);
    second.setThrowOnFailure(false);
    tomcat.getService().addConnector(second);
    Connector ajp = new Connector("AJP/1.3");
    ajp.setPort(PORT + 10 + round);
    ajp.setThrowOnFailure(false);
    tomcat.getService().addConnector(ajp);
    tomcat.start();
    Truth.fails(
        () -> {
          Context broken = new StandardContext();
          broken.setPath("/broken");
          broken.setDocBase(base.toString());
          broken.addLifecycleListener(new org.apache.catalina.startup.Tomcat.FixContextListener());
          broken.addApplicationListener("no.such.Listener");
          tomcat.getHost().addChild(broken);
        });
    Truth.fails(() -> tomcat.addWebapp("/gone", new File("nowhere").getAbsolutePath()));
    ask(PORT + round);
    raw(PORT + round);
    web.reload();
    good.stop();
    good.start();
    ask(PORT + round);
    Thread.sleep(2000);
    tomcat.stop();
    tomcat.destroy();
  }

  private static void servlets(Context context) {
    org.apache.catalina.startup.Tomcat.addServlet(context, "work", new Work()).addMapping("/work");
    Wrapper unable = org.apache.catalina.startup.Tomcat.addServlet(context, "unable", Unable.class.getName());
    unable.addMapping("/unable");
    Wrapper early = org.apache.catalina.startup.Tomcat.addServlet(context, "early", Unable.class.getName());
    early.addMapping("/early");
    Wrapper files = org.apache.catalina.startup.Tomcat.addServlet(context, "files", DefaultServlet.class.getName());
    files.addInitParameter("debug", "11");
    files.addMapping("/");
    context.setManager(new StandardManager());
    SecurityConstraint closed = new SecurityConstraint();
    SecurityCollection all = new SecurityCollection();
    all.addPattern("/secret/*");
    closed.addCollection(all);
    closed.addAuthRole("nobody");
    context.addConstraint(closed);
    context.setLoginConfig(new LoginConfig("BASIC", "realm", null, null));
    context.setRealm(new NullRealm());
    ServletContext servlet = context.getServletContext();
    servlet.log("a word of the application");
  }

  private static void ask(int port) {
    HttpClient client = HttpClient.newHttpClient();
    for (String path :
        new String[] {
          "/", "/good/", "/good/index.html", "/good/work", "/good/work?throw", "/good/work?servlet", "/good/work?session",
          "/good/work?error", "/good/work?parts", "/good/work?param", "/good/work?redirect", "/good/work?async",
          "/good/work?forward", "/good/work?slow", "/good/unable", "/good/early", "/good/secret/a", "/web/x", "/web/index.html",
          "/good/%2e%2e/a", "/good/none"
        }) {
      for (String method : new String[] {"GET", "POST"}) {
        Truth.fails(
            () ->
                client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(3))
                        .header("Authorization", "Basic YTpi")
                        .method(method, HttpRequest.BodyPublishers.ofString("a=%zz&b=" + "x".repeat(300)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .build(),
                    HttpResponse.BodyHandlers.ofString()));
      }
    }
  }

  private static void raw(int port) {
    String[] requests = {
      "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/9.1\r\nHost: a\r\n\r\n", "nonsense\r\n\r\n",
      "GET /good/work HTTP/1.1\r\n\r\n", "GET /good/work HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n",
      "POST /good/work?param HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
      "POST /good/work?param HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      "GET /good/work?a=b{} HTTP/1.1\r\nHost: a:b:c\r\nCookie: $=;a\"=b;;=\r\n\r\n",
      "GET /good/work?param HTTP/1.1\r\nHost: a\r\nCookie: a=b\u00e9\r\nContent-Length: 3\r\n\r\nab",
      "\u0016\u0003\u0001\u0002"
    };
    for (String request : requests) {
      Truth.fails(
          () -> {
            try (Socket socket = new Socket("127.0.0.1", port)) {
              socket.setSoTimeout(1500);
              socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
              socket.getInputStream().readAllBytes();
            }
          });
    }
  }
}
