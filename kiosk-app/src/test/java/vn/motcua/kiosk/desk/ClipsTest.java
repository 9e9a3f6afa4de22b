package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slides of a centre's own: in order, with captions; what cannot be used is named. */
class ClipsTest {
  @TempDir Path folder;

  private Path picture(String code, String name, String format) throws Exception {
    Path own = Files.createDirectories(folder.resolve(code));
    ImageIO.write(
        new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, own.resolve(name).toFile());
    return own;
  }

  @Test
  void slidesComeInTheirOrderWithCaptions() throws Exception {
    Path own = picture("1.001193", "10-end.jpg", "jpg");
    picture("1.001193", "2.png", "png");
    picture("1.001193", "01-begin.PNG", "png");
    Files.writeString(
        own.resolve("captions_vi.txt"), "\uFEFF1: Chào ông bà\n2. Lấy số\n\n10: Nhận giấy\n");
    Files.writeString(own.resolve("captions_en.txt"), "1: Welcome\n");
    Clips.Found found = new Clips(folder).of("1.001193");
    assertThat(found.troubles()).isEmpty();
    assertThat(found.slides())
        .extracting(slide -> slide.picture().getFileName().toString())
        .containsExactly("01-begin.PNG", "2.png", "10-end.jpg");
    assertThat(found.slides())
        .extracting(slide -> slide.caption(Locale.ENGLISH))
        .as("Vietnamese where English lacks")
        .containsExactly("Welcome", "Lấy số", "Nhận giấy");
  }

  @Test
  void whatCannotBeUsedIsNamedAndStopsNothing() throws Exception {
    Path own = picture("1.001193", "1.png", "png");
    picture("1.001193", "01-again.png", "png");
    Files.writeString(own.resolve("3.png"), "no picture at all");
    Files.writeString(own.resolve("notes.doc"), "x");
    Files.write(own.resolve("captions_en.txt"), new byte[] {'1', ':', (byte) 0xC3, (byte) 0x28});
    Files.writeString(own.resolve("captions_vi.txt"), "no number", StandardCharsets.UTF_8);
    Files.createDirectory(own.resolve("sub"));
    try (RandomAccessFile big = new RandomAccessFile(own.resolve("4.jpg").toFile(), "rw")) {
      big.setLength(Clips.MOST_BYTES + 1);
    }
    Files.createDirectory(folder.resolve("kết hôn"));
    Files.createDirectory(folder.resolve("1.000894"));
    Clips clips = new Clips(folder);
    assertThat(clips.of("1.001193").slides()).hasSize(1);
    List<String> troubles = clips.troubles();
    for (String named :
        List.of(
            "1.png",
            "3.png",
            "notes.doc",
            "captions_en",
            "captions_vi",
            "sub",
            "4.jpg",
            "kết hôn",
            "1.000894: no slide")) {
      assertThat(troubles).as(named).anyMatch(line -> line.contains(named));
    }
  }

  @Test
  void aFolderThatIsNotThereIsNoTrouble() {
    Clips none = new Clips(folder.resolve("none"));
    assertThat(none.of("1.001193")).isEqualTo(Clips.Found.NONE);
    assertThat(none.of("../../etc")).isEqualTo(Clips.Found.NONE);
    assertThat(none.troubles()).isEmpty();
  }

  @Test
  void aSmallFileThatUnfoldsToMoreThanTheMemoryIsNamedAndLeftOut() throws Exception {
    Path own = picture("1.001193", "1.png", "png");
    picture("1.001193", "2.jpg", "jpg");
    byte[] png = Files.readAllBytes(own.resolve("1.png"));
    java.nio.ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    Files.write(own.resolve("3.png"), png);
    byte[] jpeg = Files.readAllBytes(own.resolve("2.jpg"));
    for (int at = 0; at < jpeg.length - 8; at++) {
      if (jpeg[at] == (byte) 0xFF && jpeg[at + 1] == (byte) 0xC0) {
        java.nio.ByteBuffer.wrap(jpeg).putShort(at + 5, (short) 0xFFFF);
        java.nio.ByteBuffer.wrap(jpeg).putShort(at + 7, (short) 0xFFFF);
      }
    }
    Files.write(own.resolve("4.jpg"), jpeg);
    Files.write(own.resolve("5.png"), java.util.Arrays.copyOf(png, 20));
    Path elsewhere = Files.write(folder.resolve("elsewhere.png"), png);
    Files.createSymbolicLink(own.resolve("6.png"), elsewhere);
    Files.writeString(own.resolve("captions_vi.txt"), "1: " + "a".repeat(50_000) + "\n2: Hai\n");
    Clips.Found found = new Clips(folder).of("1.001193");
    assertThat(found.slides()).hasSize(2);
    assertThat(found.slides().getFirst().caption(Locale.of("vi"))).isEmpty();
    for (String named :
        List.of(
            "3.png: more than 50 million",
            "4.jpg: more than 50",
            "5.png: no PNG",
            "6.png: not a",
            "captions_vi.txt: a caption of more")) {
      assertThat(found.troubles()).as(named).anyMatch(line -> line.contains(named));
    }
  }
}
