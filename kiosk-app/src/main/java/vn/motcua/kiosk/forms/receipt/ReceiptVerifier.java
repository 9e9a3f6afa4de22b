package vn.motcua.kiosk.forms.receipt;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.image.CodesInPicture;
import vn.motcua.scanner.barcode.image.FoundCode;

/** Proves receipts with nothing but the keys of sites: no network, no store. */
public final class ReceiptVerifier {
  private static final float DPI = 300;
  private static final long MAX_BYTES = 60_000_000;

  private final TrustedSites sites;

  public ReceiptVerifier(TrustedSites sites) {
    this.sites = sites;
  }

  /** Judges the text of a receipt's QR. Never throws. */
  public ReceiptVerdict text(String text) {
    String bare = text.strip();
    Optional<SignedText.Parsed> parsed = SignedText.parse(bare);
    if (parsed.isEmpty()) {
      // What begins like a signed receipt, or is as long as one, was one.
      boolean was =
          bare.startsWith(SignedText.PREFIX)
              || (bare.length() >= SignedText.SHORTEST && bare.length() <= SignedText.LONGEST);
      return bare(was ? ReceiptVerdict.Outcome.CHANGED : ReceiptVerdict.Outcome.NOT_SIGNED);
    }
    if (!parsed.get().isSound()) {
      return bare(ReceiptVerdict.Outcome.CHANGED);
    }
    SiteKey key = parsed.get().key();
    Optional<String> site = sites.name(key);
    return new ReceiptVerdict(
        site.isPresent() ? ReceiptVerdict.Outcome.VERIFIED : ReceiptVerdict.Outcome.UNKNOWN_SITE,
        Optional.of(parsed.get().claim()),
        site,
        key.fingerprint(),
        false);
  }

  /**
   * Judges a file: a receipt as PDF (its printed words too), a picture of one, or a text file with
   * what a barcode reader read.
   *
   * @throws FaultException with {@link ReceiptFault.Unreadable} if there is no receipt's QR in it
   */
  public ReceiptVerdict file(Path file) throws FaultException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new FaultException(new ReceiptFault.Unreadable(), "too large");
      }
      if (isPdf(file)) {
        return pdf(file);
      }
      BufferedImage picture = ImageIO.read(file.toFile());
      if (picture != null) {
        return text(qr(picture));
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 4 * SignedText.LONGEST) {
        throw new FaultException(new ReceiptFault.Unreadable());
      }
      return text(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException spoiled) {
      throw new FaultException(new ReceiptFault.Unreadable(), spoiled);
    }
  }

  private ReceiptVerdict pdf(Path file) throws IOException, FaultException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      if (document.getNumberOfPages() == 0) {
        throw new FaultException(new ReceiptFault.Unreadable());
      }
      ReceiptVerdict seen =
          text(qr(new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY)));
      Optional<String> content = ReceiptContent.of(document);
      if (seen.claim().isEmpty() || content.isEmpty()) {
        return seen;
      }
      boolean same = seen.claim().get().content().equals(content.get());
      return same && !ReceiptContent.isCovered(document)
          ? new ReceiptVerdict(seen.outcome(), seen.claim(), seen.site(), seen.fingerprint(), true)
          : bare(ReceiptVerdict.Outcome.CHANGED);
    }
  }

  /** The text of the receipt's QR; of several codes in a picture the one that looks like it. */
  private static String qr(BufferedImage picture) throws FaultException {
    if ((long) picture.getWidth() * picture.getHeight() > CodesInPicture.MOST_PIXELS) {
      throw new FaultException(new ReceiptFault.Unreadable(), "too large");
    }
    List<String> texts =
        new CodesInPicture("receipt")
            .onPage(picture).stream().map(FoundCode::text).flatMap(Optional::stream).toList();
    return texts.stream()
        .filter(text -> text.startsWith("MC"))
        .findFirst()
        .or(() -> texts.stream().filter(text -> text.length() >= SignedText.SHORTEST).findFirst())
        .orElseThrow(() -> new FaultException(new ReceiptFault.Unreadable()));
  }

  private static boolean isPdf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("%PDF-");
    }
  }

  private static ReceiptVerdict bare(ReceiptVerdict.Outcome outcome) {
    return new ReceiptVerdict(outcome, Optional.empty(), Optional.empty(), "", false);
  }
}
