package vn.motcua.kiosk.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.PageContent;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.FaultException;

/**
 * The slip that the citizen terminal prints: where the dossier is and when the result is due. One
 * page 80 mm wide, as long as its text, for a receipt printer that prints 72 mm of it.
 */
public final class LookupSlip {
  private static final double WIDTH = 80 * Sheet.MM;
  private static final double SIDE = 4 * Sheet.MM;
  private static final double ROOM = WIDTH - 2 * SIDE;
  private static final double LEADING = 1.22;

  private final Clock clock;

  public LookupSlip(Clock clock) {
    this.clock = clock;
  }

  /**
   * Writes the slip. Equal slips at an equal time give equal bytes.
   *
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  public void write(Slip slip, Path out) throws FaultException {
    DocumentInfo info =
        new DocumentInfo("Phiếu tra cứu hồ sơ", slip.dossierCode(), "vi", clock.instant());
    Sheet.write(info, out, (document, faces) -> draw(document, faces, slip));
  }

  private static void draw(ArchiveDocument document, Faces faces, Slip slip) throws IOException {
    Stack all = new Stack(blocks(faces, slip));
    double height = all.height() + 2 * SIDE;
    PageContent content = new PageContent();
    all.draw(content, height - SIDE);
    Sheet.addPage(document, WIDTH, height, content);
  }

  private static List<Block> blocks(Faces faces, Slip slip) {
    String code = Typesetting.clean(slip.dossierCode());
    List<Block> all = new ArrayList<>();
    all.addAll(Line.centred(faces.bold(), 9.5, SIDE, ROOM, LEADING, slip.centre()));
    all.add(Block.gap(4));
    all.addAll(Line.centred(faces.bold(), 13, SIDE, ROOM, LEADING, "PHIẾU TRA CỨU HỒ SƠ"));
    all.addAll(Line.centred(faces.italic(), 8, SIDE, ROOM, LEADING, "Where your dossier is"));
    all.add(Block.gap(5));
    if (Codes.barCanCarry(code)) {
      all.add(bar(code));
    }
    double size = Math.max(8, Typesetting.fit(faces.bold(), 13, ROOM, code));
    all.addAll(Line.centred(faces.bold(), size, SIDE, ROOM, LEADING, code));
    all.add(Block.gap(4));
    all.addAll(Line.left(faces.regular(), 10, SIDE, ROOM, LEADING, slip.procedure()));
    all.add(Block.gap(5));
    for (int i = 0; i < slip.stages().size(); i++) {
      all.add(stage(faces, slip, i));
    }
    if (!slip.holder().isBlank()) {
      all.add(Block.gap(3));
      all.add(
          LabelledText.of(
              faces.regular(), faces.bold(), 10, SIDE, ROOM, LEADING, "Đang ở", slip.holder()));
    }
    all.add(Block.gap(6));
    slip.due()
        .ifPresent(due -> {
          String when = VietnameseTime.appointment(due);
          all.addAll(Line.centred(faces.bold(), 10, SIDE, ROOM, LEADING, "HẸN TRẢ KẾT QUẢ"));
          all.addAll(
              Line.centred(
                  faces.bold(),
                  Typesetting.fit(faces.bold(), 17, ROOM, when),
                  SIDE,
                  ROOM,
                  LEADING,
                  when));
        });
    if (!slip.explanation().isBlank()) {
      all.addAll(Line.centred(faces.italic(), 9, SIDE, ROOM, LEADING, slip.explanation()));
    }
    all.add(Block.gap(6));
    all.addAll(
        Line.centred(
            faces.regular(),
            8.5,
            SIDE,
            ROOM,
            LEADING,
            "Thông tin tính đến "
                + VietnameseTime.moment(slip.asOf())
                + "."
                + (slip.hotline().isBlank() ? "" : " Hỏi đáp: " + slip.hotline() + ".")));
    return all;
  }

  private static Block bar(String code) {
    double height = 12 * Sheet.MM;
    double width = Math.min(ROOM + SIDE, Codes.barModules(code) * 0.36 * Sheet.MM);
    return new Block() {
      @Override
      public double height() {
        return height + 2;
      }

      @Override
      public void draw(PageContent page, double top) {
        Codes.bar(page, code, (WIDTH - width) / 2, top - height, width, height);
      }
    };
  }

  /** One stage: a full box for what is done, an empty one for what is to come, a frame for now. */
  private static Block stage(Faces faces, Slip slip, int place) {
    boolean now = place == slip.current();
    boolean done = place < slip.current();
    double box = 7;
    double left = SIDE + 4 + box + 6;
    String name = (place + 1) + ". " + slip.stages().get(place);
    Block text =
        new Stack(
            Line.left(
                now ? faces.bold() : faces.regular(),
                now ? 12 : 10,
                left,
                SIDE + ROOM - left - 2,
                LEADING,
                now ? name + " – đang làm" : name));
    return new Block() {
      @Override
      public double height() {
        return text.height() + 4;
      }

      @Override
      public void draw(PageContent page, double top) {
        double y = top - height() / 2 - box / 2;
        if (done) {
          page.bar(SIDE + 4, y, box, box);
        } else {
          page.frame(SIDE + 4, y, box, box, 0.8);
        }
        if (now) {
          page.bar(SIDE + 4 + 2, y + 2, box - 4, box - 4);
          page.frame(SIDE, top - height(), ROOM, height(), 1.2);
        }
        text.draw(page, top - 2);
      }
    };
  }
}
