package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.List;

/**
 * DG2, the face (ICAO 9303-10 §4.7.2):
 *
 * <pre>75 { 7F61 { 02 count, 7F60 { A1 header, 5F2E or 7F2E record } ... } }</pre>
 *
 * The record is one of ISO/IEC 19794-5, or, in the newer encoding of ISO/IEC 39794-5, nested data
 * objects of which one is the picture. Of several pictures the first is taken that can be used.
 */
final class Dg2Parser {
  private static final int FILE = 0x75;
  private static final int GROUP = 0x7F61;
  private static final int TEMPLATE = 0x7F60;
  private static final int PLAIN = 0x5F2E;
  private static final int NESTED = 0x7F2E;
  private static final int MAX_DEPTH = 12;
  private static final int MAX_PICTURES = 16;

  /** The widest a file may be: some pictures and what stands around them. */
  private static final int MAX_FILE = 4 * FacePicture.MAX_BYTES;

  /**
   * The face of the file. Its format and size are those that the picture itself has; it is not
   * decoded.
   *
   * @throws MalformedException if tags or lengths break their rules, or no picture in it is a JPEG
   *     or JPEG 2000 within the bounds of {@link FacePicture}
   */
  FaceImage parse(byte[] file) throws MalformedException {
    if (file.length > MAX_FILE) {
      throw new MalformedException("a face file larger than any");
    }
    List<byte[]> pictures = new ArrayList<>();
    for (Tlv template : Tlv.single(Tlv.single(file, FILE).value(), GROUP).children()) {
      if (template.tag() == TEMPLATE) {
        for (Tlv block : template.children()) {
          if (block.tag() == PLAIN || block.tag() == NESTED) {
            pictures(block, pictures);
          }
        }
      }
    }
    return firstUsable(pictures);
  }

  private static void pictures(Tlv block, List<byte[]> found) throws MalformedException {
    if (FaceRecord.begins(block.value())) {
      found.addAll(FaceRecord.pictures(block.value()));
    } else if (block.tag() == NESTED) {
      search(block, found, 0);
    } else {
      throw new MalformedException("a face record of an unknown kind");
    }
  }

  /** ISO/IEC 39794-5: the picture is the octet string that begins as one, wherever it stands. */
  private static void search(Tlv parent, List<byte[]> found, int depth) throws MalformedException {
    if (depth > MAX_DEPTH) {
      throw new MalformedException("objects are nested too deeply");
    }
    for (Tlv child : parent.children()) {
      if (child.constructed()) {
        search(child, found, depth + 1);
      } else if (FacePicture.beginsAt(child.value(), 0) && found.size() < MAX_PICTURES) {
        found.add(child.value());
      }
    }
  }

  private static FaceImage firstUsable(List<byte[]> pictures) throws MalformedException {
    MalformedException none = new MalformedException("a face file without a picture");
    for (byte[] picture : pictures) {
      try {
        return FacePicture.look(picture);
      } catch (UnusableFaceException unusable) {
        none = new MalformedException("no usable picture", unusable);
      }
    }
    throw none;
  }
}
