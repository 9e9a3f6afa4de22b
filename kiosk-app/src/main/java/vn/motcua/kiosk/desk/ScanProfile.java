package vn.motcua.kiosk.desk;

import java.text.Normalizer;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;

/**
 * A way of scanning that a technician has set up under a name, so that officers need to know
 * nothing but the name.
 *
 * @param name what people call it: 1 to 60 characters, no control characters; kept composed (NFC)
 *     and without blanks around it
 * @param device which scanner
 * @param source where the paper lies, both sides included
 * @param mode what is recorded
 * @param dpi dots per inch, 50 to 1200
 * @param size how much of the sheet
 * @param quality of a JPEG, 1 to 100
 * @param blanks what becomes of empty pages
 * @param note for people, up to 500 characters
 */
public record ScanProfile(
    String name,
    ScannerId device,
    PaperSource source,
    ColourMode mode,
    int dpi,
    PageSize size,
    int quality,
    BlankPages blanks,
    String note) {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NOTE = 500;

  public ScanProfile {
    name = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    note = Normalizer.normalize(note.strip(), Normalizer.Form.NFC);
    if (name.isEmpty() || name.length() > LONGEST_NAME || !isPlain(name)) {
      throw new IllegalArgumentException("name: 1 to " + LONGEST_NAME + " plain characters");
    }
    if (note.length() > LONGEST_NOTE || !isPlain(note)) {
      throw new IllegalArgumentException("note: up to " + LONGEST_NOTE + " plain characters");
    }
    var checked = new ScanSettings(source, mode, dpi, size.area(), quality);
    dpi = checked.dpi();
  }

  /** A profile in good quality for whole sheets, that keeps every page. */
  public static ScanProfile of(String name, ScannerId device, ScanSettings settings) {
    return new ScanProfile(
        name,
        device,
        settings.source(),
        settings.mode(),
        settings.dpi(),
        PageSize.WHOLE,
        settings.quality(),
        BlankPages.KEEP,
        "");
  }

  /** What the scanner is asked for. */
  public ScanSettings settings() {
    return new ScanSettings(source, mode, dpi, size.area(), quality);
  }

  /** The same under another name. */
  public ScanProfile named(String other) {
    return new ScanProfile(other, device, source, mode, dpi, size, quality, blanks, note);
  }

  /** The same with another fate of empty pages. */
  public ScanProfile with(BlankPages fate) {
    return new ScanProfile(name, device, source, mode, dpi, size, quality, fate, note);
  }

  /** No control, format or surrogate characters: the name stands on buttons and in terminals. */
  private static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c ->
            switch (Character.getType(c)) {
              case Character.CONTROL,
                  Character.FORMAT,
                  Character.SURROGATE,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR,
                  Character.UNASSIGNED,
                  Character.PRIVATE_USE ->
                  true;
              default -> false;
            });
  }
}
