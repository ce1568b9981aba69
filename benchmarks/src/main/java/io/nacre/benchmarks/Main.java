package io.nacre.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs one group of benchmarks and prints a table: `mvn -q -DskipTests -Dbenchmark=MatMul`.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws RunnerException {
    String name = arguments.length == 1 ? arguments[0] : "";
    if (!name.equals("MatMul")) {
      throw new IllegalArgumentException("no benchmark named '" + name + "'; there is: MatMul");
    }
    double peak = 0;
    for (RunResult result : run(FmaPeak.class)) {
      peak = rate(result, FmaPeak.operations());
    }
    System.out.println("size   GFLOP/s   % of peak");
    for (RunResult result : run(MatMulBenchmark.class)) {
      int size = Integer.parseInt(result.getParams().getParam("size"));
      double rate = rate(result, MatMulBenchmark.operations(size));
      System.out.printf("%-6d %7.1f   %9.0f%n", size, rate, 100 * rate / peak);
    }
    System.out.printf("peak   %7.1f         100%n", peak);
  }

  private static Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(benchmark.getName())
            .verbosity(VerboseMode.SILENT)
            .forks(2)
            .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow") // JMH's own use of Unsafe
            .warmupIterations(6)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(4)
            .measurementTime(TimeValue.seconds(1))
            .build();
    return new Runner(options).run();
  }

  /// Gigaoperations in a second of processor time: the median over all iterations.
  private static double rate(RunResult result, double operations) {
    double[] rates =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(Main::callsPerNanosecond)
            .sorted()
            .toArray();
    return rates[rates.length / 2] * operations;
  }

  private static double callsPerNanosecond(IterationResult iteration) {
    return counter(iteration, "calls") / counter(iteration, "nanoseconds");
  }

  private static double counter(IterationResult iteration, String name) {
    return iteration.getSecondaryResults().get(name).getScore();
  }
}
