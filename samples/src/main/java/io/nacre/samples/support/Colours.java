package io.nacre.samples.support;

/// Grey images for networks that take colours.
public final class Colours {
  private Colours() {}

  /// The one channel of each image three times, N x 3 x H x W.
  ///
  /// @param images N x 1 x H x W
  public static float[] ofGrey(float[] images, int rows) {
    int pixels = images.length / rows;
    float[] colours = new float[3 * images.length];
    for (int image = 0; image < rows; image++) {
      for (int channel = 0; channel < 3; channel++) {
        System.arraycopy(images, image * pixels, colours, (image * 3 + channel) * pixels, pixels);
      }
    }
    return colours;
  }
}
