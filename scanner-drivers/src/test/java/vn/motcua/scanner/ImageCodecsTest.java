package vn.motcua.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import org.junit.jupiter.api.Test;

class ImageCodecsTest {
  private static List<String> codecs() {
    List<String> names = new ArrayList<>();
    for (Class<?> kind : List.of(ImageReaderSpi.class, ImageWriterSpi.class)) {
      IIORegistry.getDefaultInstance()
          .getServiceProviders(kind, true)
          .forEachRemaining(spi -> names.add(spi.getClass().getName()));
    }
    return names;
  }

  @Test
  void everyCodecOfTheProgramIsTheJdksAgain() {
    ImageCodecs.keepOutJai();
    ImageCodecs.keepOutJai();

    assertThat(codecs())
        .isNotEmpty()
        .allMatch(name -> name.startsWith("com.sun.imageio."))
        .contains(
            "com.sun.imageio.plugins.tiff.TIFFImageWriterSpi",
            "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi");
  }
}
