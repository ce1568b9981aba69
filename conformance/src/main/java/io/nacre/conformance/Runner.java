package io.nacre.conformance;

import io.nacre.processor.golden.ModelBatch;
import io.nacre.processor.golden.UnsupportedOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs cases, many of them after one run of the compiler.
final class Runner {
  /// As many models as one run of the compiler takes: a cold start for each would take longest.
  private static final int BATCH = 24;

  private final int threads;
  private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();

  private Runner(int threads) {
    this.threads = threads;
  }

  /// The verdicts by the names of the cases, in the order of the cases.
  ///
  /// @param threads how many batches are under way at a time
  static Map<String, Verdict> run(List<Case> cases, int threads) {
    Runner runner = new Runner(threads);
    runner.runAll(cases);
    Map<String, Verdict> ordered = new LinkedHashMap<>();
    cases.forEach(each -> ordered.put(each.name(), runner.verdicts.get(each.name())));
    return ordered;
  }

  private void runAll(List<Case> cases) {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> batches = new ArrayList<>();
      for (int from = 0; from < cases.size(); from += BATCH) {
        List<Case> batch = cases.subList(from, Math.min(from + BATCH, cases.size()));
        batches.add(executor.submit(() -> runBatch(batch)));
      }
      for (Future<?> batch : batches) {
        batch.get();
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void runBatch(List<Case> cases) {
    Map<String, String> sources = new LinkedHashMap<>();
    List<Case> compiled = new ArrayList<>();
    for (Case each : cases) {
      try {
        sources.putAll(each.models());
        compiled.add(each);
      } catch (UnsupportedOperator e) {
        verdicts.put(each.name(), new Verdict.Skipped(e.getMessage()));
      } catch (RuntimeException e) {
        verdicts.put(each.name(), new Verdict.Failed(e.toString()));
      }
    }
    ModelBatch models = ModelBatch.compile(sources, "-Anacre.models=.");
    for (Case each : compiled) {
      verdicts.put(each.name(), verdict(each, models));
    }
  }

  private static Verdict verdict(Case each, ModelBatch models) {
    try {
      return each.run(models);
    } catch (UnsupportedOperator e) {
      return new Verdict.Skipped(e.getMessage());
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
      StackTraceElement[] frames = e.getStackTrace();
      return new Verdict.Failed(e + (frames.length == 0 ? "" : " at " + frames[0]));
    }
  }
}
