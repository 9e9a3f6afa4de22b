package vn.motcua.kiosk.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.PageContent;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.FaultException;

/**
 * Makes a form of a template and its data, as PDF/A-2b. Long names and long lists first make the
 * letters smaller, then go on overleaf; nothing is cut.
 */
public final class FormWriter {
  private final Clock clock;

  public FormWriter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Writes the form. Equal data at an equal time give equal bytes.
   *
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  public void write(FormTemplate template, FormData data, Path out) throws FaultException {
    String code = data.value("code");
    DocumentInfo info =
        new DocumentInfo(
            template.title(), code.isEmpty() ? data.value("number") : code, "vi", clock.instant());
    Sheet.write(info, out, (document, faces) -> draw(document, faces, template, data));
  }

  private static void draw(
      ArchiveDocument document, Faces faces, FormTemplate template, FormData data)
      throws IOException {
    FormTemplate.Page page = template.page();
    double room = (page.height() - page.top() - page.foot()) * Sheet.MM - 4;
    for (double scale : page.scales()) {
      FormLayout layout = new FormLayout(faces, template, data, scale);
      List<Flow.Item> items = layout.items(false);
      if (Flow.height(items) <= room) {
        paint(document, layout, page, Flow.pages(items, room, List.of()));
        return;
      }
    }
    FormLayout layout = new FormLayout(faces, template, data, page.scaleOfMany());
    paint(document, layout, page, Flow.pages(layout.items(true), room, layout.overleaf()));
  }

  private static void paint(
      ArchiveDocument document, FormLayout layout, FormTemplate.Page page, List<List<Block>> pages)
      throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      PageContent content = new PageContent();
      double top = (page.height() - page.top()) * Sheet.MM;
      for (Block block : pages.get(i)) {
        block.draw(content, top);
        top -= block.height();
      }
      layout.foot(i + 1, pages.size()).draw(content, page.foot() * Sheet.MM);
      Sheet.addPage(document, page.width() * Sheet.MM, page.height() * Sheet.MM, content);
    }
  }
}
