package vn.motcua.scanner.paper.simulated.escl;

import java.util.Optional;
import vn.motcua.scanner.paper.ImageFormat;

/** How a page is delivered. */
enum PageForm {
  JPEG("image/jpeg", ImageFormat.JPEG),
  PNG("image/png", ImageFormat.PNG),
  TIFF("image/tiff", ImageFormat.TIFF);

  private final String mime;
  private final ImageFormat format;

  PageForm(String mime, ImageFormat format) {
    this.mime = mime;
    this.format = format;
  }

  String mime() {
    return mime;
  }

  ImageFormat format() {
    return format;
  }

  static Optional<PageForm> ofMime(String mime) {
    for (PageForm form : values()) {
      if (form.mime.equalsIgnoreCase(mime)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }
}
