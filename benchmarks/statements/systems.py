"""The systems that are run, and where their jars and sources come from."""

from dataclasses import dataclass, field

SLF4J, LOGBACK = "2.0.16", "1.5.15"
BACKEND = [
    f"org.slf4j:slf4j-api:{SLF4J}", f"ch.qos.logback:logback-classic:{LOGBACK}",
    f"org.slf4j:jul-to-slf4j:{SLF4J}", f"org.slf4j:jcl-over-slf4j:{SLF4J}",
    f"org.slf4j:log4j-over-slf4j:{SLF4J}", "org.apache.logging.log4j:log4j-to-slf4j:2.24.3",
]
OTHER_BACKENDS = (
    r"^(log4j-slf4j|log4j-core|log4j-1\.2|slf4j-(reload4j|log4j|simple|jdk14)|reload4j|log4j-1|"
    r"commons-logging|logback-(classic|core)-(?!" + LOGBACK.replace(".", r"\.") + r"))")


@dataclass
class System:
    """
    name: also of the driver, capitalised
    api: how its statements log
    artifacts: group:artifact:version from Maven Central
    sources: groups whose sources make the repository, with the prefix of the artifact's name
    options: of the virtual machine
    deferring: pattern of classes that log what others said earlier: the stack does not tell who
    alone: without what the artifacts need to run
    wrappers: prefixes of classes that only pass a record on; a statement is behind them
    """

    name: str
    api: str
    artifacts: list
    sources: list
    wrappers: list = field(default_factory=list)
    options: list = field(default_factory=list)
    alone: bool = False
    deferring: str = "(?!)"


SYSTEMS = [
    System("zookeeper", "SLF4J",
           ["org.apache.zookeeper:zookeeper:3.9.3", "io.dropwizard.metrics:metrics-core:4.1.12.1",
            "org.xerial.snappy:snappy-java:1.1.10.5"],
           ["org.apache.zookeeper:"]),
    System("activemq", "SLF4J",
           ["org.apache.activemq:activemq-broker:6.1.4", "org.apache.activemq:activemq-kahadb-store:6.1.4",
            "org.apache.activemq:activemq-stomp:6.1.4", "org.apache.activemq:activemq-jaas:6.1.4"],
           ["org.apache.activemq:"]),
    System("tomcat", "java.util.logging through StringManager's resource bundles",
           ["org.apache.tomcat.embed:tomcat-embed-core:10.1.34", "org.apache.tomcat.embed:tomcat-embed-websocket:10.1.34"],
           ["org.apache.tomcat.embed:"], [r"org\.apache\.juli\.logging\."]),
    System("spring", "Commons Logging",
           ["org.springframework.boot:spring-boot-starter-web:3.4.1", "org.springframework.boot:spring-boot-starter-jdbc:3.4.1",
            "com.h2database:h2:2.3.232"],
           ["org.springframework.boot:", "org.springframework:"],
           deferring=r"org\.springframework\.boot\.logging\.DeferredLog"),
    System("hibernate", "JBoss Logging, interfaces with @Message",
           ["org.hibernate.orm:hibernate-core:6.6.4.Final", "com.h2database:h2:2.3.232"],
           ["org.hibernate.orm:"]),
    System("kafka", "SLF4J behind a logger of its own that puts a context first",
           ["org.apache.kafka:kafka_2.13:3.9.0"], ["org.apache.kafka:"],
           [r"org\.apache\.kafka\.common\.utils\.LogContext"]),
    System("artemis", "interfaces with @LogMessage",
           ["org.apache.activemq:artemis-server:2.39.0", "org.apache.activemq:artemis-jakarta-client:2.39.0"],
           ["org.apache.activemq:artemis"]),
    System("jetty", "SLF4J",
           ["org.eclipse.jetty.ee10:jetty-ee10-servlet:12.0.16", "org.eclipse.jetty:jetty-client:12.0.16"],
           ["org.eclipse.jetty:", "org.eclipse.jetty.ee10:"]),
    System("camel", "SLF4J",
           ["org.apache.camel:camel-core:4.9.0", "org.apache.camel:camel-main:4.9.0"],
           ["org.apache.camel:"]),
    System("flink", "SLF4J",
           ["org.apache.flink:flink-streaming-java:1.20.0", "org.apache.flink:flink-clients:1.20.0"],
           ["org.apache.flink:flink"]),
]
