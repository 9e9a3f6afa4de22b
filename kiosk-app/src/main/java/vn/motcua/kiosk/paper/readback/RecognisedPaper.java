package vn.motcua.kiosk.paper.readback;

/**
 * What kind of paper a page is.
 *
 * @param page from 1
 * @param kind the kind's id; {@link PaperKind#GENERIC} if it is not known
 * @param name of the kind, in Vietnamese
 * @param confidence 0 to 1
 */
public record RecognisedPaper(int page, String kind, String name, double confidence) {}
