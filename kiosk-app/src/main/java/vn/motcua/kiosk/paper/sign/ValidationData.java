package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The document security store: certificates and revocation data with which a signature is verified
 * when nobody can be asked any more (ETSI EN 319 142-1 §5.4.2, ISO 32000-2 §12.8.4.3).
 */
final class ValidationData {
  private static final COSName DSS = COSName.getPDFName("DSS");
  private static final COSName VRI = COSName.getPDFName("VRI");
  private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
  private static final COSName ESIC = COSName.getPDFName("ESIC");

  /** The names in the store itself, and in the part of one signature. */
  private enum Part {
    CERTIFICATES("Certs", "Cert"),
    RESPONSES("OCSPs", "OCSP"),
    LISTS("CRLs", "CRL");

    private final String all;
    private final String one;

    Part(String all, String one) {
      this.all = all;
      this.one = one;
    }

    COSName all() {
      return COSName.getPDFName(all);
    }

    COSName one() {
      return COSName.getPDFName(one);
    }
  }

  private ValidationData() {}

  /**
   * What a document carries; parts that cannot be read are left out.
   *
   * @param certificates DER
   * @param responses OCSPResponse, DER
   * @param lists CertificateList, DER
   */
  record Content(List<byte[]> certificates, List<byte[]> responses, List<byte[]> lists) {}

  static Content read(PDDocument document) {
    COSDictionary store = document.getDocumentCatalog().getCOSObject().getCOSDictionary(DSS);
    return new Content(
        read(store, Part.CERTIFICATES), read(store, Part.RESPONSES), read(store, Part.LISTS));
  }

  private static List<byte[]> read(
      @org.jspecify.annotations.Nullable COSDictionary store, Part part) {
    List<byte[]> found = new ArrayList<>();
    COSArray array = store == null ? null : store.getCOSArray(part.all());
    if (array != null) {
      for (int i = 0; i < Math.min(array.size(), 1000); i++) {
        if (array.getObject(i) instanceof COSStream stream) {
          try {
            found.add(bytes(stream));
          } catch (IOException e) {
            // As if it were not there: what it would have proven stays unproven.
          }
        }
      }
    }
    return found;
  }

  /**
   * Adds to what the document carries already.
   *
   * @param contents of the signature that it is for, with its padding
   */
  static void add(
      PDDocument document,
      byte[] contents,
      Collection<X509Certificate> certificates,
      Collection<RevocationEvidence> evidence)
      throws IOException {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    COSDictionary old = catalog.getCOSDictionary(DSS);
    COSDictionary store = new COSDictionary();
    COSDictionary mine = new COSDictionary();
    Map<Part, List<byte[]>> fresh = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      fresh.put(part, new ArrayList<>());
    }
    List<X509Certificate> all = new ArrayList<>(certificates);
    for (RevocationEvidence each : evidence) {
      boolean ocsp = each.kind() == RevocationEvidence.Kind.OCSP;
      fresh.getOrDefault(ocsp ? Part.RESPONSES : Part.LISTS, new ArrayList<>()).add(each.der());
      all.addAll(each.signers());
    }
    for (X509Certificate each : all) {
      try {
        fresh.getOrDefault(Part.CERTIFICATES, new ArrayList<>()).add(each.getEncoded());
      } catch (CertificateEncodingException e) {
        throw new IOException("a certificate cannot be written", e);
      }
    }
    for (Map.Entry<Part, List<byte[]>> each : fresh.entrySet()) {
      add(document.getDocument(), old, store, mine, each.getKey(), each.getValue());
    }
    COSDictionary records = new COSDictionary();
    COSDictionary before = old == null ? null : old.getCOSDictionary(VRI);
    if (before != null) {
      before.keySet().forEach(key -> records.setItem(key, before.getItem(key)));
    }
    records.setItem(
        COSName.getPDFName(HexFormat.of().withUpperCase().formatHex(Cms.digest("SHA-1", contents))),
        mine);
    store.setItem(VRI, records);
    store.setItem(COSName.TYPE, DSS);
    catalog.setItem(DSS, store);
    extend(catalog);
    catalog.setNeedToBeUpdated(true);
  }

  private static void add(
      COSDocument document,
      @org.jspecify.annotations.Nullable COSDictionary old,
      COSDictionary store,
      COSDictionary mine,
      Part part,
      List<byte[]> fresh)
      throws IOException {
    COSArray all = new COSArray();
    Map<String, COSBase> known = new LinkedHashMap<>();
    COSArray before = old == null ? null : old.getCOSArray(part.all());
    if (before != null) {
      for (COSBase each : before) {
        all.add(each);
        COSBase object = each instanceof COSObject reference ? reference.getObject() : each;
        if (object instanceof COSStream stream) {
          known.put(HexFormat.of().formatHex(Cms.sha256(bytes(stream))), each);
        }
      }
    }
    COSArray own = new COSArray();
    for (byte[] der : fresh) {
      String name = HexFormat.of().formatHex(Cms.sha256(der));
      COSBase stream = known.get(name);
      if (stream == null) {
        COSStream made = document.createCOSStream();
        try (OutputStream out = made.createOutputStream(COSName.FLATE_DECODE)) {
          out.write(der);
        }
        stream = made;
        known.put(name, made);
        all.add(made);
      }
      if (!own.toList().contains(stream)) {
        own.add(stream);
      }
    }
    if (all.size() > 0) {
      store.setItem(part.all(), all);
    }
    if (own.size() > 0) {
      mine.setItem(part.one(), own);
    }
  }

  /** Names the extension of ISO 32000-1 that is used (ETSI EN 319 142-1 §5.6). */
  private static void extend(COSDictionary catalog) {
    COSDictionary extensions = catalog.getCOSDictionary(EXTENSIONS);
    if (extensions == null) {
      extensions = new COSDictionary();
      catalog.setItem(EXTENSIONS, extensions);
    } else if (extensions.getCOSDictionary(ESIC) != null) {
      return;
    }
    COSDictionary esic = new COSDictionary();
    esic.setItem(COSName.getPDFName("BaseVersion"), COSName.getPDFName("1.7"));
    esic.setItem(COSName.getPDFName("ExtensionLevel"), COSInteger.get(2));
    extensions.setItem(ESIC, esic);
    extensions.setNeedToBeUpdated(true);
  }

  private static byte[] bytes(COSStream stream) throws IOException {
    try (InputStream in = stream.createInputStream()) {
      byte[] all = in.readNBytes(64 << 20);
      return all;
    }
  }
}
