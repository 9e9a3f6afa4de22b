package vn.motcua.kiosk.paper.small;

import java.util.List;

/**
 * A page as layers, in the order in which they are painted on white.
 *
 * @param layers from the lowest to the highest; none for a sheet as white as the screen
 */
public record MixedPage(List<Layer> layers) {
  public MixedPage {
    layers = List.copyOf(layers);
  }

  /** How much of a file the layers take, in bytes. */
  public int size() {
    return layers.stream().mapToInt(layer -> layer.bytes().length).sum();
  }
}
