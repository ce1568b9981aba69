package io.nacre.samples.charlstm;

import io.nacre.runtime.Adam;
import io.nacre.runtime.CosineSchedule;
import io.nacre.runtime.Device;
import io.nacre.runtime.Mixed;
import io.nacre.runtime.Perplexity;
import io.nacre.runtime.Uniform;
import io.nacre.runtime.Xavier;
import io.nacre.samples.charlstm.CharLstmGraph.Data;
import io.nacre.samples.charlstm.CharLstmGraph.Heads;
import io.nacre.samples.charlstm.CharLstmGraph.NextLabel;
import io.nacre.samples.charlstm.Windows.Window;
import io.nacre.samples.support.Recipe;
import io.nacre.samples.support.Text;
import java.io.IOException;
import java.util.List;

/// Trains [CharLstm] on Shakespeare's [Sonnets] by Adam, whose learning rate falls to 0 as a
/// cosine, and lets it write.
///
/// The text is cut into as many parts as a batch has, and each batch goes on with the states that
/// the one before it left. Gradients stay within a batch: truncated back-propagation through time.
public final class CharLstmSample {
  /// What the sample runs with if no system property says otherwise.
  public static final Recipe DEFAULT =
      new Recipe(40, 32, 0.005, 42, Runtime.getRuntime().availableProcessors());

  private static final double CLIP_GRADIENT = 1;
  private static final double TEMPERATURE = 0.5;
  private static final int CHARACTERS = 400;

  private CharLstmSample() {}

  /// Trains, and writes a few lines; [Recipe] lists the system properties that change how, of
  /// which the defaults are in [#DEFAULT]. `batch` counts the parts of the text, `seed` is that of
  /// the first weights and of what is written; `data` and `weights` do not matter here.
  public static void main(String[] args) throws IOException {
    Recipe recipe = Recipe.ofSystemProperties(DEFAULT);
    Sonnets sonnets = Sonnets.load();
    System.out.println(sonnets);
    try (Device device = Device.cpu(recipe.threads());
        CharLstmGraph net = CharLstmGraph.bind(device, recipe.batch())) {
      train(net, sonnets, recipe);
      System.out.println(Text.format("at a temperature of %.1f it writes:%n", TEMPERATURE));
      System.out.println(write(net, recipe.seed()));
    }
  }

  /// Gives a network its first weights and trains it, for as many epochs as the recipe says.
  ///
  /// @return the perplexity over the last epoch
  static double train(CharLstmGraph net, Sonnets sonnets, Recipe recipe) {
    net.initialize(
        Mixed.of("lstm_parameters", new Uniform(0.08)).otherwise(Xavier.uniform()), recipe.seed());
    List<Window> windows = Windows.of(sonnets.train(), net.batch());
    int updates = recipe.epochs() * windows.size();
    Adam adam =
        new Adam(recipe.learningRate())
            .clipGradient(CLIP_GRADIENT)
            .schedule(new CosineSchedule(recipe.learningRate(), updates));
    Perplexity perplexity = new Perplexity();
    for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
      perplexity.reset();
      Memory memory = new Memory(net.batch());
      for (Window window : windows) {
        Heads heads =
            net.forward(
                Data.of(window.text()),
                memory.state(),
                memory.cell(),
                NextLabel.of(window.next()));
        memory.keep(heads);
        net.backward();
        adam.update(net);
        perplexity.update(window.next(), heads.next());
      }
      System.out.println(
          Text.format(
              "epoch %d/%d  perplexity %.2f, of the test characters %.2f",
              epoch, recipe.epochs(), perplexity.value(), test(net, sonnets.test())));
    }
    return perplexity.value();
  }

  /// The perplexity of a text that is read in one piece.
  static double test(CharLstmGraph net, int[] text) {
    Perplexity perplexity = new Perplexity();
    Memory memory = new Memory(1);
    try (CharLstmGraph reader = net.bindSharing(1)) {
      for (Window window : Windows.of(text, 1)) {
        Heads heads =
            reader.infer(Data.of(window.text()), memory.state(), memory.cell());
        memory.keep(heads);
        perplexity.update(window.next(), heads.next());
      }
    }
    return perplexity.value();
  }

  /// A few lines of the network's own, after the end of a sonnet.
  static String write(CharLstmGraph net, long seed) {
    try (CharLstmGraph writer = net.bindSharing(1)) {
      return new Writer(writer, TEMPERATURE, seed).write("\n\n", CHARACTERS).strip();
    }
  }
}
