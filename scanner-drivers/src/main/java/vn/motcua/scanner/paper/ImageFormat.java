package vn.motcua.scanner.paper;

/** How a page's picture is encoded. */
public enum ImageFormat {
  JPEG("jpg"),
  PNG("png"),
  TIFF("tif");

  private final String extension;

  ImageFormat(String extension) {
    this.extension = extension;
  }

  /** The usual ending of a file, without the dot. */
  public String extension() {
    return extension;
  }
}
