package vn.motcua.scanner.chip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.chip.TrustReport.Line;
import vn.motcua.scanner.chip.TrustReport.What;

/**
 * Collects certificates, master lists and revocation lists from files. What a file is shows in its
 * content; its ending only tells whether a file that is nothing of this is worth a line.
 */
final class TrustFolder {
  private static final Logger LOG = LoggerFactory.getLogger(TrustFolder.class);

  /** Ten times the largest master list that is known. */
  private static final int MAX_FILE = 16 << 20;

  /** The ICAO's whole directory. */
  private static final long MAX_LDIF = 256L << 20;

  /** What people typed stands in these: never to be taken for something that was installed. */
  private static final Set<String> OWN = Set.of(EnrolledStore.FILE, EnrolledStore.LOG_FILE);

  private static final int MAX_FILES = 2000;
  private static final Pattern ENDING =
      Pattern.compile("(?i).*\\.(cer|crt|der|pem|crl|ml|mls|bin|ldif|ldf)");
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");

  /** A revocation list and where it stands: whether it counts shows when all anchors are known. */
  record Found(Path file, int part, InstalledCrl list) {}

  private final List<Csca> anchors = new ArrayList<>();
  private final List<Found> lists = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  List<Csca> anchors() {
    return anchors;
  }

  List<Found> lists() {
    return lists;
  }

  /** Everything but the revocation lists. */
  List<Line> lines() {
    return lines;
  }

  /**
   * Every file of a folder and of the folders in it, hidden ones left out. One that does not exist
   * holds none.
   *
   * @throws IOException if it exists and cannot be listed
   */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> listing = Files.walk(folder, 2)) {
      return listing
          .filter(file -> !hidden(folder.relativize(file)))
          .filter(Files::isRegularFile)
          .filter(file -> !OWN.contains(file.getFileName().toString()))
          .sorted()
          .limit(MAX_FILES)
          .toList();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean hidden(Path within) {
    for (Path name : within) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** One file, whatever it is called. */
  void add(Path file) {
    int before = lines.size() + lists.size();
    try {
      read(file);
      if (lines.size() + lists.size() == before && ENDING.matcher(file.toString()).matches()) {
        refuse(file, 1, "nothing in it that could be trusted");
      }
    } catch (IOException | RuntimeException | StackOverflowError wrong) {
      refuse(file, lines.size() + lists.size() - before + 1, why(wrong));
    }
  }

  private static String why(Throwable wrong) {
    return wrong instanceof IOException && wrong.getMessage() != null
        ? wrong.getMessage()
        : "damaged";
  }

  private void refuse(Path file, int part, String why) {
    LOG.warn("{} is not used: {}", file.getFileName(), why);
    lines.add(new Line(file, part, What.UNUSABLE, 0, 0, why));
  }

  private void read(Path file) throws IOException {
    long size = Files.size(file);
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      start = new String(in.readNBytes(4096), StandardCharsets.ISO_8859_1);
    }
    if (Ldif.begins(start)) {
      if (size > MAX_LDIF) {
        throw new IOException("larger than any directory");
      }
      int[] part = {0};
      Ldif.read(file, MAX_FILE, value -> takeOne(file, ++part[0], value));
      return;
    }
    if (size > MAX_FILE) {
      throw new IOException("larger than any master list");
    }
    if (start.startsWith("0")) {
      take(file, 1, Files.readAllBytes(file));
      return;
    }
    if (size > 0 && !start.contains("\0")) {
      pem(file, Files.readString(file, StandardCharsets.ISO_8859_1));
    }
  }

  private void pem(Path file, String text) {
    Matcher blocks = PEM.matcher(text);
    int part = 0;
    while (blocks.find()) {
      part++;
      if (blocks.group(1).contains("KEY")) {
        refuse(file, part, "a key, which does not belong here");
        continue;
      }
      try {
        takeOne(file, part, Base64.getDecoder().decode(blocks.group(2).replaceAll("\\s+", "")));
      } catch (IllegalArgumentException wrong) {
        refuse(file, part, "no Base64 between the PEM lines");
      }
    }
  }

  /** One of several: a bad one does not spoil the others. */
  private void takeOne(Path file, int part, byte[] der) {
    try {
      take(file, part, der);
    } catch (IOException | RuntimeException | StackOverflowError wrong) {
      refuse(file, part, why(wrong));
    }
  }

  private void take(Path file, int part, byte[] der) throws IOException {
    ASN1Sequence outer = outer(der);
    if (outer.size() > 0 && outer.getObjectAt(0) instanceof ASN1ObjectIdentifier) {
      try {
        MasterList list = MasterList.of(new CMSSignedData(der));
        anchors.addAll(list.certificates());
        int taken = list.certificates().size();
        lines.add(new Line(file, part, What.MASTER_LIST, taken, list.passedOver(), ""));
        LOG.info("{}: a master list with {} certificates", file.getFileName(), taken);
      } catch (CMSException wrong) {
        throw new IOException("a signed message that cannot be read", wrong);
      }
    } else if (isCrl(der)) {
      lists.add(new Found(file, part, InstalledCrl.of(der)));
    } else {
      anchors.add(Csca.of(der));
      lines.add(new Line(file, part, What.CERTIFICATE, 1, 0, ""));
    }
  }

  private static ASN1Sequence outer(byte[] der) throws IOException {
    try {
      return ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
    } catch (IOException | RuntimeException wrong) {
      throw new IOException("damaged", wrong);
    }
  }

  private static boolean isCrl(byte[] der) {
    try {
      return new X509CRLHolder(der).getThisUpdate() != null;
    } catch (IOException | RuntimeException other) {
      return false;
    }
  }
}
