package io.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.nacre.processor.ir.GradReq;
import io.nacre.processor.layer.Attributes;
import io.nacre.processor.resolve.LayerNode;
import java.util.ArrayList;
import java.util.List;

/// What `@Parameter` says of training, as statements that tell it to the specification.
final class ParameterSettings {
  private ParameterSettings() {}

  static List<CodeBlock> of(LayerNode parameter) {
    List<CodeBlock> statements = new ArrayList<>();
    String name = parameter.name();
    Attributes attributes = parameter.attributes();
    boolean frozen =
        attributes.written("grad") && attributes.constant("grad").equals(GradReq.NONE.name());
    if (frozen) {
      statements.add(CodeBlock.of("spec.lrMult($S, 0)", name));
    } else if (attributes.written("lrMult")) {
      statements.add(CodeBlock.of("spec.lrMult($S, $L)", name, attributes.number("lrMult")));
    }
    if (attributes.written("wdMult")) {
      statements.add(CodeBlock.of("spec.wdMult($S, $L)", name, attributes.number("wdMult")));
    }
    if (attributes.written("init") && !attributes.constant("init").equals("DEFAULT")) {
      statements.add(CodeBlock.of("spec.initializer($S, $L)", name, initializer(attributes)));
    }
    return statements;
  }

  private static CodeBlock initializer(Attributes attributes) {
    String init = attributes.constant("init");
    CodeBlock number =
        attributes.written("initValue")
            ? CodeBlock.of("$L", attributes.number("initValue"))
            : CodeBlock.of("");
    return switch (init) {
      case "ZERO" -> CodeBlock.of("new $T()", RuntimeTypes.runtime("Zero"));
      case "ONE" -> CodeBlock.of("new $T()", RuntimeTypes.runtime("One"));
      case "CONSTANT" -> CodeBlock.of("new $T($L)", RuntimeTypes.runtime("Constant"), number);
      case "UNIFORM" -> CodeBlock.of("new $T($L)", RuntimeTypes.runtime("Uniform"), number);
      case "NORMAL" -> CodeBlock.of("new $T($L)", RuntimeTypes.runtime("Normal"), number);
      case "XAVIER" -> CodeBlock.of("$T.uniform()", RuntimeTypes.runtime("Xavier"));
      case "MSRA_PRELU" -> CodeBlock.of("new $T()", RuntimeTypes.runtime("MsraPrelu"));
      case "ORTHOGONAL" -> CodeBlock.of("$T.uniform()", RuntimeTypes.runtime("Orthogonal"));
      default -> throw new IllegalStateException(init);
    };
  }
}
