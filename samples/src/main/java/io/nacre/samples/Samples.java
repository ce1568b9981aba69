package io.nacre.samples;

import io.nacre.samples.autoencoder.AutoencoderSample;
import io.nacre.samples.charlstm.CharLstmSample;
import io.nacre.samples.inceptionbn.InceptionBnSample;
import io.nacre.samples.lenet.LeNetSample;
import io.nacre.samples.mlp.MlpSample;
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
          Map.of(
              "Autoencoder", AutoencoderSample::main,
              "CharLstm", CharLstmSample::main,
              "InceptionBn", InceptionBnSample::main,
              "LeNet", LeNetSample::main,
              "Mlp", MlpSample::main,
              "ResNet20", ResNet20Sample::main,
              "ResNet8", ResNet8Sample::main,
              "Siamese", SiameseSample::main,
              "Tutorial", Tutorial::main,
              "TwoLosses", TwoLossesSample::main));

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

  private interface Sample {
    void run(String[] args) throws IOException;
  }
}
