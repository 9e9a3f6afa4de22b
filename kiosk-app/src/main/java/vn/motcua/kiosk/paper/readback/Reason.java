package vn.motcua.kiosk.paper.readback;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why a proposal is believed, or doubted. */
public enum Reason {
  /** It stands right of its label. */
  RIGHT_OF_LABEL,
  /** It stands below its label. */
  BELOW_LABEL,
  /** It goes on in the next line. */
  TWO_LINES,
  /** It needs no label: its form says what it is. */
  BY_FORM,
  /** The label was not read letter by letter. */
  LABEL_DOUBTFUL,
  /** Tesseract was not sure of these letters. */
  LETTERS_DOUBTFUL,
  /** Letters were taken for digits: O for 0, l for 1. */
  LETTERS_AS_DIGITS,
  /** The family name is none, but one with other marks is. */
  FAMILY_NAME_MARKS,
  /** A family name's marks were set right; it was read otherwise. */
  FAMILY_NAME_MENDED,
  /** A word is not spelt as Vietnamese words are; names of other peoples are not either. */
  SPELLING_UNUSUAL,
  /** Unusually long: words behind it may be in it, or its end may be cut off. */
  VALUE_CUT,
  /** Without diacritics. */
  NO_DIACRITICS,
  /** Check digits agree (ICAO 9303-3 §4.9). */
  CHECK_DIGITS_AGREE,
  /** Check digits do not agree. */
  CHECK_DIGITS_FAIL,
  /** Province, century and year of the number are possible. */
  STRUCTURE_POSSIBLE,
  /** No such province, or a birth that has not been yet. */
  STRUCTURE_IMPOSSIBLE,
  /** The number has too many or too few digits. */
  COUNT_OF_DIGITS,
  /** The old number of nine digits: nothing in it can be checked. */
  OLD_NUMBER,
  /** Number, birth date and sex agree. */
  AGREES_WITH_BIRTH,
  /** Number does not fit birth date or sex on the same paper. */
  CONTRADICTS_BIRTH,
  /** The same was read elsewhere on the paper. */
  READ_TWICE,
  /** Something else was read for the same field. */
  OTHERS_READ,
  /** Another page says something else for the same field of the same person. */
  OTHER_PAGE_DIFFERS,
  /** The day is unlikely: long ago or far ahead. */
  DAY_UNLIKELY,
  /** The whole page is hard to read. */
  PAGE_UNCLEAR,
  /** It may be somebody else's: the label that says whose was not read. */
  OWNER_DOUBTFUL,
  /** It is not sure that it is this kind of paper. */
  PAPER_DOUBTFUL;

  private static final String BUNDLE = "vn.motcua.kiosk.paper.readback.reasons";

  /** Else an English machine would answer in English when it is asked for Vietnamese. */
  private static final ResourceBundle.Control ROOT_IS_VIETNAMESE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** In that language; {@code vi} and {@code en} are there. */
  public String sentence(Locale language) {
    return ResourceBundle.getBundle(BUNDLE, language, ROOT_IS_VIETNAMESE).getString(name());
  }
}
