package vn.motcua.kiosk.forms.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.forms.Receipt;
import vn.motcua.kiosk.forms.ReceiptForm;
import vn.motcua.kiosk.forms.ReceiptPaper;
import vn.motcua.kiosk.forms.Reprint;
import vn.motcua.scanner.FaultException;

/** A receipt is proved without a network, and no change of it passes. */
class ReceiptVerifierTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T05:00:00Z"), ZoneOffset.UTC);
  private static final DossierCode CODE = new DossierCode("000.00.14.H48-261120-0118");
  private static final LocalDateTime DUE = LocalDateTime.of(2026, 11, 27, 15, 30);
  private static final ReceiptClaim CLAIM =
      new ReceiptClaim(CODE, new LookupSecret("7K3MPX"), 12, Originals.HELD, DUE, "A".repeat(32));

  @TempDir Path folder;
  private SiteSigner signer;
  private ReceiptVerifier believes;

  @BeforeEach
  void makeKey() throws Exception {
    signer = SiteSigner.open(folder.resolve("keys"), "Xã Suối Vàng");
    believes = new ReceiptVerifier(new TrustedSites().and(signer.key(), "Suối Vàng"));
  }

  @Test
  void whatASiteSignedIsProvedAndItsClaimIsRead() {
    String text = SignedText.of(CLAIM, signer);
    assertThat(text).matches("[0-9A-Z $%*+./:-]+").hasSizeLessThan(262);
    ReceiptVerdict verdict = believes.text(text);
    assertThat(verdict.outcome()).isEqualTo(ReceiptVerdict.Outcome.VERIFIED);
    assertThat(verdict.claim()).contains(CLAIM);
    assertThat(verdict.site()).contains("Suối Vàng");
    assertThat(new ReceiptVerifier(new TrustedSites()).text(text).outcome())
        .isEqualTo(ReceiptVerdict.Outcome.UNKNOWN_SITE);
    assertThat(believes.text("MC1|H48.025.16-261122-0003|7K3MPX").outcome())
        .isEqualTo(ReceiptVerdict.Outcome.NOT_SIGNED);
    assertThat(believes.text("").outcome()).isEqualTo(ReceiptVerdict.Outcome.NOT_SIGNED);
  }

  @Test
  void everyFlippedBitAndEveryCutIsAChange() {
    String text = SignedText.of(CLAIM, signer);
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at < bytes.length; at++) {
      for (int bit = 0; bit < 7; bit++) {
        byte[] other = bytes.clone();
        other[at] ^= (byte) (1 << bit);
        String changed = new String(other, StandardCharsets.US_ASCII);
        if (changed.strip().equals(text)) {
          continue;
        }
        assertThat(believes.text(changed).outcome())
            .as("byte %d bit %d", at, bit)
            .isEqualTo(ReceiptVerdict.Outcome.CHANGED);
      }
    }
    for (int end = SignedText.PREFIX.length(); end < text.length(); end++) {
      assertThat(believes.text(text.substring(0, end)).outcome())
          .isEqualTo(ReceiptVerdict.Outcome.CHANGED);
    }
    assertThat(believes.text(text + "A").outcome()).isEqualTo(ReceiptVerdict.Outcome.CHANGED);
  }

  @Test
  void aPrintedReceiptIsProvedWithItsWordsAndFromAPhonePicture() throws Exception {
    Path pdf = receipt("Đinh Thị Mai", "receipt.pdf");
    ReceiptVerdict verdict = believes.file(pdf);
    assertThat(verdict.outcome()).isEqualTo(ReceiptVerdict.Outcome.VERIFIED);
    assertThat(verdict.compared()).isTrue();
    assertThat(verdict.claim().orElseThrow().pages()).isEqualTo(9);

    Path marked = folder.resolve("again.pdf");
    Reprint.mark(pdf, 2, LocalDateTime.of(2026, 11, 21, 8, 0), marked);
    assertThat(believes.file(marked).outcome()).isEqualTo(ReceiptVerdict.Outcome.VERIFIED);

    Path photo = folder.resolve("photo.png");
    ImageIO.write(photographed(pdf), "png", photo.toFile());
    ReceiptVerdict seen = believes.file(photo);
    assertThat(seen.outcome()).isEqualTo(ReceiptVerdict.Outcome.VERIFIED);
    assertThat(seen.compared()).isFalse();
  }

  @Test
  void anotherNameUnderTheSameCodeIsAChange() throws Exception {
    Path mine = receipt("Đinh Thị Mai", "mine.pdf");
    String qr =
        SignedText.of(
            new ReceiptClaim(
                CODE,
                new LookupSecret("7K3MPX"),
                9,
                Originals.HELD,
                DUE,
                ReceiptContent.of(mine).orElseThrow()),
            signer);
    Path forged = folder.resolve("forged.pdf");
    new ReceiptForm(NOON).write(receipt("Đinh Thị Hoa", Optional.of(qr)), Originals.HELD, forged);
    assertThat(believes.file(forged).outcome()).isEqualTo(ReceiptVerdict.Outcome.CHANGED);
  }

  @Test
  void aFileWithoutAReceiptIsNamed() throws Exception {
    Path picture = folder.resolve("blank.png");
    ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY), "png", picture.toFile());
    Path spoiled = Files.writeString(folder.resolve("spoiled.pdf"), "%PDF-1.7 and no more");
    for (Path file : List.of(picture, spoiled, folder.resolve("absent"))) {
      assertThatThrownBy(() -> believes.file(file))
          .isInstanceOfSatisfying(
              FaultException.class,
              e -> assertThat(e.fault()).isEqualTo(new ReceiptFault.Unreadable()));
    }
    Path text = Files.writeString(folder.resolve("qr.txt"), SignedText.of(CLAIM, signer) + "\r\n");
    assertThat(believes.file(text).outcome()).isEqualTo(ReceiptVerdict.Outcome.VERIFIED);
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsUserReadsIt() throws Exception {
    Path keys = folder.resolve("keys");
    assertThat(SiteSigner.open(keys, "x").key()).isEqualTo(signer.key());
    assertThat(SiteSigner.publicKey(keys)).contains(signer.key());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(keys.resolve("receipt-signing.key"))))
        .isEqualTo("rw-------");
    assertThat(SiteKey.ofPem(signer.key().pem("Xã Suối Vàng"))).contains(signer.key());
    assertThat(signer.key().fingerprint()).matches("([0-9A-F]{4} ){7}[0-9A-F]{4}");

    Files.delete(keys.resolve("receipt-signing.pem"));
    assertThat(SiteSigner.open(keys, "x").key()).isEqualTo(signer.key());
    Files.delete(keys.resolve("receipt-signing.key"));
    assertThatThrownBy(() -> SiteSigner.open(keys, "x"))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isEqualTo(new ReceiptFault.KeyDamaged()));
  }

  @Test
  void keysOfOtherCentresAreBelievedFromAFolder() throws Exception {
    Path sites = Files.createDirectories(folder.resolve("sites"));
    Files.writeString(sites.resolve("xa-suoi-vang.pem"), signer.key().pem("Xã Suối Vàng"));
    Files.writeString(sites.resolve("spoiled.pem"), "-----BEGIN PUBLIC KEY-----");
    ReceiptVerifier other = new ReceiptVerifier(new TrustedSites().in(sites));
    assertThat(other.text(SignedText.of(CLAIM, signer)).site()).contains("xa-suoi-vang");
  }

  @Test
  void base32HasOneTextForEveryValue() {
    byte[] all = new byte[20];
    Arrays.fill(all, (byte) 0xA5);
    assertThat(Base32.decode(Base32.encode(all), 20)).contains(all);
    assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    assertThat(Base32.decode("MZXW6YTBOJ", 6)).isEqualTo(Optional.empty());
  }

  private Path receipt(String applicant, String name) throws Exception {
    Path out = folder.resolve(name);
    new ReceiptForm(NOON)
        .signedBy(signer)
        .write(receipt(applicant, Optional.empty()), Originals.HELD, out);
    return out;
  }

  private static Receipt receipt(String applicant, Optional<String> qr) {
    return new Receipt(
        "UBND XÃ SUỐI VÀNG",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        "Suối Vàng",
        "0007",
        "2026",
        CODE.value(),
        "7K3MPX",
        qr.orElse(""),
        applicant,
        "",
        "Thôn 4, xã Suối Vàng",
        "0900 000 007",
        "••••••••2345",
        "Đăng ký khai sinh",
        List.of(new ReceiptPaper("Tờ khai", 1, 0)),
        1,
        9,
        "04 ngày làm việc",
        LocalDateTime.of(2026, 11, 20, 9, 5),
        DUE,
        "",
        "Tại quầy 3",
        "Không thu",
        "Quầy 2",
        "Y Bhăm Niê",
        "0255 000 0007");
  }

  /** Printed at 300 dpi, then seen by a phone: turned by seven degrees, smaller, out of focus. */
  private static BufferedImage photographed(Path pdf) throws Exception {
    BufferedImage page;
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      page = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
    }
    BufferedImage photo = new BufferedImage(1700, 2300, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = photo.createGraphics();
    pen.fillRect(0, 0, photo.getWidth(), photo.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform turned = AffineTransform.getTranslateInstance(250, 30);
    turned.scale(0.75, 0.75);
    turned.rotate(Math.toRadians(7));
    pen.drawImage(page, turned, null);
    pen.dispose();
    float[] blur = new float[9];
    Arrays.fill(blur, 1 / 9f);
    return new ConvolveOp(new Kernel(3, 3, blur)).filter(photo, null);
  }
}
