package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.motcua.kiosk.demo.DemoCards;
import vn.motcua.kiosk.demo.DemoPages;
import vn.motcua.scanner.chip.Pcscd;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.VpcdCard;
import vn.motcua.scanner.paper.sane.SaneDaemon;

/** The commands against daemons that are not ours: pcscd with a virtual reader, saned. */
class RealPeersTest {
  @TempDir Path dir;

  @Test
  void readsACardThroughPcscd() throws Exception {
    SimulatedCardProfile profile = SimulatedCitizens.b();
    try (Pcscd pcscd = Pcscd.start()) {
      assertThat(Typed.run(dir, "read-card", "--can", profile.can(), "--wait", "0").fault())
          .isEqualTo("CHIP-NO-CARD");
      try (VpcdCard card = VpcdCard.insert(profile.card(), "127.0.0.1", pcscd.port())) {
        JsonNode read = Typed.run(dir, "read-card", "--can", profile.can()).done();
        JsonNode citizen = read.get("citizen");
        assertThat(citizen.get("number").asString()).isEqualTo(profile.number());
        assertThat(citizen.get("name").asString()).isEqualTo("Đặng Vũ Trường Thưởng");
        assertThat(citizen.get("birthDate").asString()).isEqualTo("1948-11-02");
        assertThat(citizen.get("sex").asString()).isEqualTo("Nam");
        assertThat(citizen.get("residence").asString()).isEqualTo(profile.residence());
        assertThat(citizen.has("religion")).as("nobody asked for the religion").isFalse();
        assertThat(read.get("trust").asString()).isEqualTo("SIGNED_UNKNOWN_ISSUER");
        assertThat(read.get("reasons").toString()).contains("NO_ANCHOR");
        assertThat(read.get("apdus").asInt()).isBetween(10, 60);
        assertThat(read.get("milliseconds").asLong()).isPositive();
        assertThat(card).isNotNull();

        Path trust = Files.createDirectory(dir.resolve("anchors"));
        Files.write(trust.resolve("csca.cer"), SimulatedIssuer.shared().anchor());
        assertThat(
                Typed.run(dir, "read-card", "--can", profile.can(), "--trust", trust.toString())
                    .done()
                    .get("trust")
                    .asString())
            .isEqualTo("VERIFIED");
        Files.writeString(trust.resolve("csca.cer"), "this is no certificate");
        assertThat(
                Typed.run(dir, "read-card", "--can", profile.can(), "--trust", trust.toString())
                    .fault())
            .isEqualTo("TRUST-DAMAGED");

        assertThat(Typed.run(dir, "read-card", "--can", "000000").fault())
            .isEqualTo("CHIP-WRONG-CAN");
        assertThat(
                Typed.run(dir, "read-card", "--can", profile.can(), "--reader", "nobody").fault())
            .isEqualTo("CHIP-NO-READER");
        JsonNode devices = Typed.run(dir, "devices").done().get("devices");
        assertThat(devices.toString()).contains("CARD_READER").contains("Virtual PCD");
      }
    }
  }

  @Test
  void scansThroughSanedIntoAPdfThatCanBeSearched() throws Exception {
    Path picture = pnm(new DemoPages().of(DemoCards.facts(SimulatedCitizens.a())).getFirst());
    try (SaneDaemon saned = SaneDaemon.start()) {
      String device = "sane:" + saned.host() + "/pnm:0?filename=" + picture;
      Path out = dir.resolve("scan.pdf");
      JsonNode scanned =
          Typed.run(dir, "scan", "--device", device, "--out", out.toString(), "--dpi", "200")
              .done();
      assertThat(scanned.get("pages").asInt()).isEqualTo(1);
      assertThat(scanned.get("pdfa").asString()).isEqualTo("2b");
      assertThat(scanned.get("documents").get(0).get("file").asString()).isEqualTo(out.toString());
      assertThat(text(out)).contains("TÌNH TRẠNG HÔN NHÂN").contains("Đinh Thị Mai");
      assertThat(dir.resolve("scan.pdf.pages")).as("nothing is left behind").doesNotExist();

      Path jammed = dir.resolve("jammed.pdf");
      assertThat(
              Typed.run(
                      dir,
                      "scan",
                      "--device",
                      device + "&status-jammed=yes",
                      "--out",
                      jammed.toString())
                  .fault())
          .isEqualTo("SCAN-JAM");
      assertThat(jammed).doesNotExist();
    }
    assertThat(
            Typed.run(
                    dir,
                    "scan",
                    "--device",
                    "sane:127.0.0.1:1/pnm:0",
                    "--out",
                    dir.resolve("none.pdf").toString())
                .fault())
        .isEqualTo("SCAN-OFFLINE");
  }

  private Path pnm(byte[] jpeg) throws IOException {
    BufferedImage page = ImageIO.read(new ByteArrayInputStream(jpeg));
    Path file = dir.resolve("page.ppm");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(
          ("P6\n" + page.getWidth() + " " + page.getHeight() + "\n255\n")
              .getBytes(StandardCharsets.US_ASCII));
      for (int y = 0; y < page.getHeight(); y++) {
        for (int x = 0; x < page.getWidth(); x++) {
          int rgb = page.getRGB(x, y);
          out.write(rgb >> 16);
          out.write(rgb >> 8);
          out.write(rgb);
        }
      }
    }
    return file;
  }

  /** What another program finds in the file. */
  private static String text(Path pdf) throws Exception {
    Process process = new ProcessBuilder(List.of("pdftotext", pdf.toString(), "-")).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }
}
