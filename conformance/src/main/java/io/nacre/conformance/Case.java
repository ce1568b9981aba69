package io.nacre.conformance;

import io.nacre.processor.golden.ModelBatch;
import java.util.Map;

/// Something that another framework has computed.
interface Case {

  /// `op/conv2d_dilate`
  String name();

  /// The models that it needs, by the full names of their types.
  ///
  /// @throws io.nacre.processor.golden.UnsupportedOperator if Nacre lacks something
  Map<String, String> models();

  /// Runs the compiled models and compares.
  ///
  /// @throws io.nacre.processor.golden.UnsupportedOperator if Nacre lacks something
  Verdict run(ModelBatch models);
}
