package io.nacre.samples;

import io.nacre.samples.autoencoder.AutoencoderSample;
import io.nacre.samples.charlstm.CharLstmSample;
import io.nacre.samples.inceptionbn.InceptionBnSample;
import io.nacre.samples.lenet.LeNetSample;
import io.nacre.samples.mlp.MlpSample;
import io.nacre.samples.multitask.MultiTaskSample;
import io.nacre.samples.resnet20.ResNet20Sample;
import io.nacre.samples.resnet8.ResNet8Sample;
import io.nacre.samples.siamese.SiameseSample;
import io.nacre.samples.support.WrongSetting;
import io.nacre.samples.tutorial.Tutorial;
import io.nacre.samples.twolosses.TwoLossesSample;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// Runs a sample by its short name: `mvn -q -DskipTests -Dsample=LeNet`.
public final class Samples {
  private static final Map<String, Sample> SAMPLES =
      new TreeMap<>(
          Map.ofEntries(
              sample("Autoencoder", AutoencoderSample::main),
              sample("CharLstm", CharLstmSample::main),
              sample("InceptionBn", InceptionBnSample::main),
              sample("LeNet", LeNetSample::main),
              sample("Mlp", MlpSample::main),
              sample("MultiTask", MultiTaskSample::main),
              sample("ResNet20", ResNet20Sample::main),
              sample("ResNet8", ResNet8Sample::main),
              sample("Siamese", SiameseSample::main),
              sample("Tutorial", Tutorial::main),
              sample("TwoLosses", TwoLossesSample::main)));

  private Samples() {}

  /// Runs a sample.
  ///
  /// @param args its name
  public static void main(String[] args) {
    try {
      named(args.length == 1 ? args[0] : "").run(new String[0]);
    } catch (WrongSetting | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Sample named(String name) {
    Sample sample = SAMPLES.get(name);
    if (sample == null) {
      throw new WrongSetting(
          "there is no sample '%s', but there are %s: for instance -Dsample=LeNet"
              .formatted(name, String.join(", ", SAMPLES.keySet())));
    }
    return sample;
  }

  private static Map.Entry<String, Sample> sample(String name, Sample sample) {
    return Map.entry(name, sample);
  }

  private interface Sample {
    void run(String[] args) throws IOException;
  }
}
