package com.example;

import com.example.XorGraph.Data;
import com.example.XorGraph.OutLabel;
import io.nacre.runtime.Device;
import io.nacre.runtime.Sgd;
import io.nacre.runtime.Tensor;
import io.nacre.runtime.Xavier;

class Main {
  public static void main(String[] args) {
    float[] pairs = {0, 0, 0, 1, 1, 0, 1, 1};
    float[] xors = {0, 1, 1, 0};
    Sgd sgd = new Sgd(0.5);
    try (XorGraph net = XorGraph.bind(Device.cpu(), 4)) {
      net.initialize(Xavier.uniform(), 1);
      for (int step = 0; step < 500; step++) {
        net.forward(Data.of(pairs), OutLabel.of(xors));
        net.backward();
        sgd.update(net);
      }
      Tensor p = net.infer(Data.of(pairs)).out();
      System.out.printf("1 xor 0 is 1 with a probability of %.2f%n", p.get(2, 1));
    }
  }
}
