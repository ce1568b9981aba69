package io.nacre.samples.support;

import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows how an epoch goes: a bar on a terminal, otherwise one line at its end.
final class Progress implements AutoCloseable {
  private final String name;
  private final ProgressBar bar;
  private final long start = System.nanoTime();
  private long images;
  private double loss;
  private double accuracy;

  private Progress(String name, ProgressBar bar) {
    this.name = name;
    this.bar = bar;
  }

  /// Starts to show an epoch.
  static Progress of(int epoch, int epochs, int steps) {
    String name = "epoch " + epoch + "/" + epochs;
    return new Progress(name, onTerminal() ? bar(name, steps) : null);
  }

  /// Shows one more step.
  ///
  /// @param rows how many images it had
  /// @param loss over the epoch so far
  /// @param accuracy over the epoch so far
  void step(int rows, double loss, double accuracy) {
    images += rows;
    this.loss = loss;
    this.accuracy = accuracy;
    if (bar != null) {
      bar.setExtraMessage(numbers()).step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    } else {
      System.out.println(name + "  " + numbers());
    }
  }

  private String numbers() {
    double seconds = (System.nanoTime() - start) / 1e9;
    return Text.format(
        "loss %.3f  accuracy %.3f  %,.0f images/s", loss, accuracy, images / seconds);
  }

  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static ProgressBar bar(String name, int steps) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(200)
        .build();
  }
}
