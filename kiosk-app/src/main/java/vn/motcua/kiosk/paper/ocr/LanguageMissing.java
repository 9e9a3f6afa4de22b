package vn.motcua.kiosk.paper.ocr;

import vn.motcua.scanner.Fault;

/**
 * Text in this language cannot be read here.
 *
 * @param language as it was asked for
 */
public record LanguageMissing(String language) implements Fault {
  @Override
  public String code() {
    return "OCR-LANGUAGE";
  }
}
