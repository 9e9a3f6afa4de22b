package vn.motcua.scanner;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.spi.IIORegistry;

/**
 * Which decoders and encoders {@code javax.imageio} offers to the whole program. The library that
 * decodes JPEG 2000 faces also announces its own TIFF, BMP, GIF, PNM, PCX, WBMP and raw codecs, and
 * for a format that the JDK has too it is left to chance which of the two one gets.
 */
public final class ImageCodecs {
  private static final String JAI = "com.github.jaiimageio.";

  private ImageCodecs() {}

  /**
   * Takes that library's codecs out of the registry; faces are decoded without it. Call it before
   * other threads use {@code javax.imageio}; a second call changes nothing.
   */
  public static synchronized void keepOutJai() {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    List<Class<?>> kinds = new ArrayList<>();
    registry.getCategories().forEachRemaining(kinds::add);
    for (Class<?> kind : kinds) {
      List<Object> foreign = new ArrayList<>();
      registry
          .getServiceProviders(kind, provider -> isJai(provider), false)
          .forEachRemaining(foreign::add);
      foreign.forEach(registry::deregisterServiceProvider);
    }
  }

  private static boolean isJai(Object provider) {
    return provider.getClass().getName().startsWith(JAI);
  }
}
