package vn.motcua.scanner.chip.simulated;

import java.util.Arrays;
import java.util.Optional;

/**
 * Cards that mean harm or are broken, to try readers with. Each has a name that does not change.
 * Whatever happens, a good reader ends with a named fault (or, where said so, with the data) within
 * its time limits and its memory, and reads the next card as if nothing had been.
 */
public enum Hostile {
  /** The first data object of a protected answer is longer than the answer. Stop: nonsense. */
  WRONG_LENGTHS("wrong-lengths", Layer.WIRE),
  /** Every answer is a little data and 61FF: there is always more. Stop after a bounded number. */
  ENDLESS_MORE("endless-more", Layer.WIRE),
  /** Every answer is 6Cxx: ask again with another length. Stop after a bounded number. */
  ENDLESS_AGAIN("endless-again", Layer.WIRE),
  /** One bit of every checksum is wrong. Stop: nonsense; use nothing of the answer. */
  WRONG_MAC("wrong-mac", Layer.WIRE),
  /** Random status words without data. Stop with a fault; never loop. */
  STATUS_STORM("status-storm", Layer.WIRE),
  /** Random bytes of random length. Stop: nonsense. */
  NOISE("noise", Layer.WIRE),
  /** Answers without a single byte. Stop: nonsense. */
  NO_BYTE("no-byte", Layer.WIRE),
  /** Answers of one byte. Stop: nonsense. */
  ONE_BYTE("one-byte", Layer.WIRE),
  /** Answers of 65535 bytes. Stop: nonsense; keep at most one of them in memory. */
  OVERSIZE("oversize", Layer.WIRE),
  /** Every second answer of the session repeats the one before. Stop: nonsense. */
  STALE("stale", Layer.WIRE),
  /** The right data, but unprotected. Stop: nonsense; show none of them. */
  PLAIN_DATA("plain-data", Layer.WIRE),
  /** No answer until the card is taken off, {@link HostileCard#release()}. Say that it is mute. */
  MUTE("mute", Layer.WIRE),
  /** Every answer takes its time, {@link HostileCard#slow}. Read it, or stop at the time limit. */
  SLOW("slow", Layer.WIRE),

  /** READ BINARY gives one byte, however many are asked for. Stop; do not send 64000 commands. */
  ONE_BYTE_READS("one-byte-reads", Layer.INSIDE),
  /** READ BINARY gives no byte and says 9000. Stop; never loop. */
  EMPTY_READS("empty-reads", Layer.INSIDE),
  /** READ BINARY gives more than was asked for. Stop, or use only what was asked for. */
  MORE_THAN_ASKED("more-than-asked", Layer.INSIDE),
  /** A file of 16 MB by its header that goes on at every offset. Stop at a limit of size. */
  ENDLESS_FILE("endless-file", Layer.INSIDE),

  /** 64 kB that claim to be 4 GB. Stop; allocate only what came. */
  CLAIMS_FOUR_GIGABYTES("claims-4gb", Layer.FILE),
  /** A length in eight bytes. Stop; no overflow. */
  LENGTH_OF_EIGHT("length-of-eight", Layer.FILE),
  /** The file ends before its header says. Stop, or call it unreadable. */
  SHORT_FILE("short-file", Layer.FILE),
  /** The header fits, but the last data objects inside are cut off. Call it unreadable. */
  TRUNCATED_TLV("truncated-tlv", Layer.FILE),
  /** Indefinite length, which DER forbids. Call it unreadable. */
  INDEFINITE_LENGTH("indefinite-length", Layer.FILE),
  /** Sequences in sequences, 14000 deep. Call it unreadable; keep the stack. */
  DEEP_NESTING("deep-nesting", Layer.FILE),
  /** The file begins with the tag of another. Call it unreadable. */
  WRONG_TAG("wrong-tag", Layer.FILE),
  /** A JPEG face of 60000 × 60000 pixels in few bytes. Read the rest, show no face. */
  FACE_JPEG_BOMB("face-jpeg-bomb", Layer.FACE),
  /** A JPEG 2000 face of 2147483647 × 2147483647 pixels. Read the rest, show no face. */
  FACE_JPEG2000_BOMB("face-jpeg2000-bomb", Layer.FACE),
  /** A facial record whose counts and lengths lie. Read the rest, show no face. */
  FACE_LIES("face-lies", Layer.FACE);

  /** Where a card misbehaves. */
  enum Layer {
    /** What goes over the wire is changed; the card below may be any. */
    WIRE,
    /** The answer is changed before it is protected. */
    INSIDE,
    /** One file is another, DG13 unless told otherwise. */
    FILE,
    /** DG2 is another. */
    FACE
  }

  private static final int DG2 = 2;
  private static final int DG13 = 13;

  private final String code;
  private final Layer layer;

  Hostile(String code, Layer layer) {
    this.code = code;
    this.layer = layer;
  }

  /** Its name in profiles and documents. */
  public String code() {
    return code;
  }

  Layer layer() {
    return layer;
  }

  /** The one of that name, if there is one. */
  public static Optional<Hostile> named(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }

  /** A card that misbehaves so; its files are signed by the builder's issuer, as they are. */
  public HostileCard card(CardBuilder builder) {
    return card(builder, layer == Layer.FACE ? DG2 : DG13);
  }

  /**
   * The same with another data group, where the misbehaviour is one of a file.
   *
   * @param group 1 to 16; must be there unless it is the face
   */
  public HostileCard card(CardBuilder builder, int group) {
    if (layer == Layer.FILE || layer == Layer.FACE) {
      byte[] genuine = builder.recipe().files().getOrDefault(0x0100 | group, new byte[0]);
      builder.group(group, HostileFiles.of(this, genuine));
    }
    return new HostileCard(this, builder.recipe());
  }

  /**
   * A card that exists, misbehaving so. Changed files are not signed again.
   *
   * @throws IllegalArgumentException if {@code card} is no {@link SimulatedCard} and the
   *     misbehaviour needs to know its files or keys
   */
  public HostileCard over(VirtualCard card) {
    if (card instanceof SimulatedCard simulated) {
      CardRecipe recipe = simulated.recipe();
      if (layer == Layer.FILE || layer == Layer.FACE) {
        int id = 0x0100 | (layer == Layer.FACE ? DG2 : DG13);
        var files = new java.util.TreeMap<>(recipe.files());
        files.put(id, HostileFiles.of(this, files.getOrDefault(id, new byte[0])));
        recipe = recipe.withFiles(files);
      }
      return new HostileCard(this, recipe);
    }
    if (layer != Layer.WIRE || this == PLAIN_DATA) {
      throw new IllegalArgumentException(code + " needs a simulated card");
    }
    return new HostileCard(this, card);
  }
}
