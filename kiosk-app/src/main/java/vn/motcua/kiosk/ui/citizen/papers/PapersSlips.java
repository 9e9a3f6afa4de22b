package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.SlipDesk;
import vn.motcua.kiosk.dossier.SlipText;
import vn.motcua.kiosk.dossier.SlipText.Kind;
import vn.motcua.scanner.FaultException;

/** What a citizen takes along from this room, on the terminal's slip printer: now or not at all. */
public final class PapersSlips implements PapersPrinter {
  private final SlipDesk desk;
  private final Centre centre;

  public PapersSlips(SlipDesk desk, Centre centre) {
    this.desk = desk;
    this.centre = centre;
  }

  @Override
  public void print(Sheet sheet, Locale language) throws FaultException {
    desk.print(slip(sheet, language));
  }

  /** What the slip says. */
  public SlipText slip(Sheet sheet, Locale language) {
    List<SlipText.Line> lines = new ArrayList<>();
    lines.add(new SlipText.Line(Kind.CENTRE, centre.kind() + " " + centre.name()));
    lines.add(new SlipText.Line(Kind.TITLE, sheet.title()));
    sheet.qr().ifPresent(text -> lines.add(new SlipText.Line(Kind.QR_CODE, text)));
    sheet.lines().stream()
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.add(new SlipText.Line(Kind.BODY, line)));
    if (!centre.hotline().isBlank()) {
      lines.add(new SlipText.Line(Kind.SMALL, centre.hotline()));
    }
    return new SlipText(sheet.title(), language.getLanguage(), lines);
  }
}
