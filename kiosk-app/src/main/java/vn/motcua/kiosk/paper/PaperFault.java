package vn.motcua.kiosk.paper;

import vn.motcua.scanner.Fault;

/** What can go wrong between page images and a PDF. Faults of writing are {@code PdfFault}s. */
public sealed interface PaperFault extends Fault {
  /**
   * One page cannot be used.
   *
   * @param defect what is wrong with it
   * @param page its place in the list that was given, from 1
   */
  record BadPage(Defect defect, int page) implements PaperFault {
    @Override
    public String code() {
      return defect.code();
    }
  }

  /** What can be wrong with a page's file. */
  enum Defect {
    /** There is no such file, or it may not be read. */
    MISSING("PAGE-MISSING"),
    /** The file has no byte: what some scanners leave after a jam. */
    EMPTY_FILE("PAGE-EMPTY-FILE"),
    /** Neither JPEG nor PNG nor TIFF, or a kind of these that no scanner makes. */
    NOT_IMAGE("PAGE-NOT-IMAGE"),
    /** Too many bytes or pixels. */
    TOO_LARGE("PAGE-TOO-LARGE"),
    /** It breaks off or its content is spoiled. */
    DAMAGED("PAGE-DAMAGED");

    private final String code;

    Defect(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** No page was given, or none was left. */
  record NoPages() implements PaperFault {
    @Override
    public String code() {
      return "PDF-NO-PAGES";
    }
  }

  /**
   * Text in this language cannot be read here.
   *
   * @param language as it was asked for
   */
  record LanguageMissing(String language) implements PaperFault {
    @Override
    public String code() {
      return "OCR-LANGUAGE";
    }
  }

  /** Somebody asked to stop; no file was written. */
  record Cancelled() implements PaperFault {
    @Override
    public String code() {
      return "PDF-CANCELLED";
    }
  }
}
