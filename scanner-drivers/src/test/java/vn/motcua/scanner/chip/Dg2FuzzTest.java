package vn.motcua.scanner.chip;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import vn.motcua.scanner.chip.simulated.FaceFile;
import vn.motcua.scanner.chip.simulated.Hostile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedFace;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.fuzz.FuzzContract;

/** Any bytes as DG2, up to the walk through the picture's structure; no picture is decoded. */
class Dg2FuzzTest extends FuzzContract {
  private static final int TEMPLATES = 0x7F60;

  @Override
  protected int longest() {
    return 8192;
  }

  @Override
  protected List<String> guides() {
    return List.of(
        "vn.motcua.scanner.chip.Dg2*",
        "vn.motcua.scanner.chip.Face*",
        "vn.motcua.scanner.chip.Jpeg*",
        "vn.motcua.scanner.chip.Jp2*",
        "vn.motcua.scanner.chip.Codestream*",
        "vn.motcua.scanner.chip.Image*",
        "vn.motcua.scanner.chip.Octets*",
        "vn.motcua.scanner.chip.Tlv*");
  }

  @Override
  protected void feed(byte[] input) {
    byte[] before = input.clone();
    FaceImage face;
    try {
      face = new Dg2Parser().parse(input);
    } catch (MalformedException refused) {
      return;
    }
    promise(Arrays.equals(before, input), "changed what it read");
    promise(FacePicture.beginsAt(face.bytes(), 0), "a picture that does not begin as one");
    boolean jpeg = face.bytes()[1] == (byte) 0xD8;
    promise(jpeg == (face.format() == FaceImage.Format.JPEG), "the format is not the picture's");
    promise(face.width() > 0 && face.width() <= FacePicture.MAX_SIDE, "width");
    promise(face.height() > 0 && face.height() <= FacePicture.MAX_SIDE, "height");
    promise(face.width() * face.height() <= FacePicture.MAX_PIXELS, "pixels");
    promise(text(input).contains(text(face.bytes())), "a picture that does not stand in the file");
    try {
      promise(new Dg2Parser().parse(FaceFile.dg2(face)).equals(face), "another when written again");
    } catch (MalformedException contradiction) {
      throw new AssertionError("refused what it had read", contradiction);
    }
    structureAgrees(face);
  }

  /** What the decoder walks before it decodes either fits what was read, or is refused by name. */
  private static void structureAgrees(FaceImage face) {
    try {
      if (face.format() == FaceImage.Format.JPEG) {
        byte[] cleaned = JpegStructure.of(face.bytes()).bytes();
        // A picture that ends without its marker gets one.
        promise(cleaned.length <= face.bytes().length + 2, "grew while it was cleaned");
        FaceImage again = FacePicture.look(cleaned);
        promise(again.width() == face.width(), "another width when cleaned");
        promise(again.height() == face.height(), "another height when cleaned");
      } else {
        CodestreamStructure.of(Jp2Wrapper.of(face.bytes()));
      }
    } catch (UnusableFaceException refused) {
      promise(!refused.fault().code().isEmpty(), "a refusal without a name");
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] small(int side) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    promise(ImageIO.write(image, "jpeg", out), "no encoder");
    return out.toByteArray();
  }

  @Override
  protected Map<String, byte[]> seeds() throws Exception {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    FaceImage jpeg = new FaceImage(FaceImage.Format.JPEG, 16, 16, small(16));
    FaceImage jp2 = new SimulatedFace("066301538174").jpeg2000(2_000);
    seeds.put("jpeg", FaceFile.dg2(jpeg));
    seeds.put("jpeg 2000", FaceFile.dg2(jp2));
    seeds.put("codestream", FaceFile.dg2(codestream(jp2.bytes())));
    seeds.put("feature points", FaceFile.dg2(List.of(FaceFile.record(List.of(jpeg), 5))));
    seeds.put("two pictures", FaceFile.dg2(List.of(FaceFile.record(List.of(jpeg, jp2), 1))));
    byte[] one = FaceFile.record(List.of(jpeg), 0);
    seeds.put("two templates", FaceFile.dg2(List.of(one, one)));
    seeds.put("none", FaceFile.dg2(List.of()));
    seeds.put("other edition", otherEdition(jpeg.bytes()));
    for (Hostile how :
        List.of(Hostile.FACE_JPEG_BOMB, Hostile.FACE_JPEG2000_BOMB, Hostile.FACE_LIES)) {
      seeds.put(
          how.code(),
          OpenFiles.group(
              how.card(
                  SimulatedCitizens.a().builder(SimulatedIssuer.shared()).noPace().noBac().open()),
              2));
    }
    seeds.put("nothing", new byte[0]);
    return seeds;
  }

  /** ISO/IEC 39794-5 hides the picture somewhere in nested objects. */
  private static byte[] otherEdition(byte[] picture) {
    byte[] nested = Encoded.tlv(0xA1, Encoded.tlv(0x30, Encoded.tlv(0x80, picture)));
    byte[] template = Encoded.tlv(TEMPLATES, Encoded.tlv(0x7F2E, nested));
    return Encoded.tlv(0x75, Encoded.tlv(0x7F61, Encoded.tlv(0x02, new byte[] {1}), template));
  }

  private static byte[] codestream(byte[] jp2) {
    String text = text(jp2);
    return text.substring(text.indexOf("\u00FFO\u00FFQ")).getBytes(StandardCharsets.ISO_8859_1);
  }
}
