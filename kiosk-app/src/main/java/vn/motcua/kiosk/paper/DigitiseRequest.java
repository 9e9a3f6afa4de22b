package vn.motcua.kiosk.paper;

/**
 * What is wanted of a pile of pages.
 *
 * @param title one line for people
 * @param code the dossier's code, or an empty text
 * @param paper which kind of paper it is, by name or code, or an empty text
 * @param language of the text, BCP 47; {@code vi} is shipped
 * @param profile what becomes of the pictures
 * @param ocr whether the text is read
 * @param skipDamaged whether a bad page is left out and named in the result; otherwise it stops the
 *     work, because a document with a page missing is not the citizen's document (TT 01/2023 Đ8.2
 *     c)
 * @param dpi what the scanner is known to have used, or 0 to believe the files
 */
public record DigitiseRequest(
    String title,
    String code,
    String paper,
    String language,
    Profile profile,
    boolean ocr,
    boolean skipDamaged,
    int dpi) {
  /** The usual: small, Vietnamese text read, a bad page stops, the files say their resolution. */
  public static DigitiseRequest of(String title, String code) {
    return new DigitiseRequest(title, code, "", "vi", Profile.SMALL, true, false, 0);
  }

  /** The same with another title. */
  public DigitiseRequest withTitle(String other) {
    return new DigitiseRequest(other, code, paper, language, profile, ocr, skipDamaged, dpi);
  }

  /** The same for another dossier. */
  public DigitiseRequest withCode(String other) {
    return new DigitiseRequest(title, other, paper, language, profile, ocr, skipDamaged, dpi);
  }

  /** The same for a kind of paper. */
  public DigitiseRequest withPaper(String kind) {
    return new DigitiseRequest(title, code, kind, language, profile, ocr, skipDamaged, dpi);
  }

  /** The same in another language. */
  public DigitiseRequest withLanguage(String other) {
    return new DigitiseRequest(title, code, paper, other, profile, ocr, skipDamaged, dpi);
  }

  /** The same with the pictures kept another way. */
  public DigitiseRequest withProfile(Profile other) {
    return new DigitiseRequest(title, code, paper, language, other, ocr, skipDamaged, dpi);
  }

  /** The same with the text read or not. */
  public DigitiseRequest withOcr(boolean wanted) {
    return new DigitiseRequest(title, code, paper, language, profile, wanted, skipDamaged, dpi);
  }

  /** The same with bad pages left out or not. */
  public DigitiseRequest withSkipDamaged(boolean wanted) {
    return new DigitiseRequest(title, code, paper, language, profile, ocr, wanted, dpi);
  }

  /** The same at a known resolution. */
  public DigitiseRequest withDpi(int known) {
    return new DigitiseRequest(title, code, paper, language, profile, ocr, skipDamaged, known);
  }
}
