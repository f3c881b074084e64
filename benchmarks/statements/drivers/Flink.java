import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.restartstrategy.RestartStrategies;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.DiscardingSink;

/** Jobs on a cluster in this process: some end, some fail and start again, some cannot be made. */
public final class Flink {
  public static void main(String[] args) throws Exception {
    Bridge.install();
    run("plain", false);
    Truth.fails(() -> run("failing", true));
    Truth.fails(() -> environment().execute("empty"));
    Truth.fails(() -> environment().fromElements(1).map(x -> new Object()).print());
    Truth.fails(() -> environment().fromElements());
    Truth.fails(() -> environment().setParallelism(-3));
    Truth.end();
  }

  private static StreamExecutionEnvironment environment() {
    Configuration settings = new Configuration();
    settings.setString("state.checkpoints.dir", java.nio.file.Path.of("checkpoints").toUri().toString());
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
    environment.enableCheckpointing(200);
    environment.setRestartStrategy(RestartStrategies.fixedDelayRestart(2, 100));
    return environment;
  }

  private static void run(String name, boolean failing) throws Exception {
    StreamExecutionEnvironment environment = environment();
    environment.fromSequence(1, 3000)
        .map(x -> { Thread.sleep(1); if (failing && x == 700) { throw new IllegalStateException("no " + x); } return x; })
        .returns(Types.LONG)
        .keyBy(x -> x % 7)
        .reduce(Long::sum)
        .addSink(new DiscardingSink<>());
    JobExecutionResult result = environment.execute(name);
    System.out.println(result.getNetRuntime());
  }
}
