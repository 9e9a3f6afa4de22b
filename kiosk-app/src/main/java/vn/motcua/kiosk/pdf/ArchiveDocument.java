package vn.motcua.kiosk.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.AdobePDFSchema;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;
import vn.motcua.scanner.FaultException;

/**
 * A PDF/A-2b in the making (ISO 19005-2, conformance B): metadata, sRGB output intent, embedded
 * fonts. The same calls give the same bytes. Big documents overflow from memory into a scratch file
 * in the given folder, which is gone after {@link #close}.
 */
public final class ArchiveDocument implements AutoCloseable {
  /** Who made it, as the metadata name it. */
  public static final String PRODUCER = "Mot Cua";

  private static final long IN_MEMORY = 48L << 20;

  private final DocumentInfo info;
  private final PDDocument document;
  private final MessageDigest fingerprint;
  private final Map<FontFace, EmbeddedFont> fonts = new EnumMap<>(FontFace.class);
  private Optional<UnseenFont> unseen = Optional.empty();

  /**
   * @param scratch an existing folder for what does not fit in memory
   */
  public ArchiveDocument(DocumentInfo info, Path scratch) throws IOException {
    this.info = info;
    this.document =
        new PDDocument(
            MemoryUsageSetting.setupMixed(IN_MEMORY).setTempDir(scratch.toFile()).streamCache);
    this.fingerprint = sha256();
    document.setVersion(1.7f);
    note(info.toString().getBytes(StandardCharsets.UTF_8));
    describe();
    colours();
  }

  /** The face, embedded once for the whole document. */
  public EmbeddedFont font(FontFace face) throws IOException {
    EmbeddedFont known = fonts.get(face);
    if (known == null) {
      known = new EmbeddedFont(document, face);
      fonts.put(face, known);
    }
    return known;
  }

  /** The font of unseen text, the same for the whole document. */
  public UnseenFont unseenFont() {
    UnseenFont font = unseen.orElseGet(() -> new UnseenFont(document));
    unseen = Optional.of(font);
    return font;
  }

  /** A grey or RGB JPEG with 8 bits a sample, kept byte for byte. */
  public PDImageXObject jpeg(byte[] jpeg, int width, int height, boolean grey) throws IOException {
    note(jpeg);
    return new PDImageXObject(
        document,
        new ByteArrayInputStream(jpeg),
        COSName.DCT_DECODE,
        width,
        height,
        8,
        grey ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE);
  }

  /**
   * A stencil (ISO 32000-1 §8.9.6.2) in CCITT group 4: its black pixels are painted in the colour
   * of the moment.
   */
  public PDImageXObject stencil(byte[] g4, int width, int height) throws IOException {
    note(g4);
    PDImageXObject image =
        new PDImageXObject(
            document,
            new ByteArrayInputStream(g4),
            COSName.CCITTFAX_DECODE,
            width,
            height,
            1,
            PDDeviceGray.INSTANCE);
    image.setStencil(true);
    image.getCOSObject().removeItem(COSName.COLORSPACE);
    COSDictionary coding = new COSDictionary();
    coding.setInt(COSName.K, -1);
    coding.setInt(COSName.COLUMNS, width);
    coding.setInt(COSName.ROWS, height);
    image.getCOSObject().setItem(COSName.DECODE_PARMS, coding);
    return image;
  }

  /** An image that somebody else made for {@link #document}. */
  public PDImageXObject image(ImageMaker maker) throws IOException {
    PDImageXObject image = maker.make(document);
    try (InputStream raw = image.getCOSObject().createRawInputStream()) {
      note(raw.readAllBytes());
    }
    return image;
  }

  /** Encodes a picture as an image of the document. */
  @FunctionalInterface
  public interface ImageMaker {
    PDImageXObject make(PDDocument document) throws IOException;
  }

  /**
   * Adds a page.
   *
   * @param visible what a reader shows and prints, in points
   * @param whole all that the page holds; contains {@code visible}
   */
  public void addPage(PDRectangle visible, PDRectangle whole, PageContent content)
      throws IOException {
    PDPage page = new PDPage(whole);
    fill(page, visible, content);
    document.addPage(page);
  }

  /**
   * Gives a page another content.
   *
   * @param index of the page, from 0
   */
  public void changePage(int index, PDRectangle visible, PDRectangle whole, PageContent content)
      throws IOException {
    PDPage page = document.getPage(index);
    page.setMediaBox(whole);
    fill(page, visible, content);
  }

  private void fill(PDPage page, PDRectangle visible, PageContent content) throws IOException {
    byte[] commands = content.bytes();
    note(commands);
    page.setCropBox(visible);
    page.setResources(content.resources());
    page.setContents(
        new PDStream(document, new ByteArrayInputStream(commands), COSName.FLATE_DECODE));
  }

  /** Pages so far. */
  public int pages() {
    return document.getNumberOfPages();
  }

  /**
   * Writes the file, whole or not at all. May be called again when more is in it.
   *
   * @throws FaultException with a {@link PdfFault}
   */
  public void save(Path target) throws FaultException {
    WholeFile.write(target, this::save);
  }

  private void save(OutputStream out) throws IOException {
    for (EmbeddedFont font : fonts.values()) {
      font.embed();
    }
    if (unseen.isPresent()) {
      unseen.get().embed();
    }
    document.setDocumentId(ByteBuffer.wrap(soFar()).getLong());
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private void describe() throws IOException {
    // Seconds only: PDF dates and XMP dates must agree, and PDF's know nothing finer.
    Calendar created = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
    created.setTimeInMillis(info.created().getEpochSecond() * 1000);

    PDDocumentInformation dictionary = document.getDocumentInformation();
    dictionary.setTitle(info.title());
    if (!info.code().isEmpty()) {
      dictionary.setSubject(info.code());
    }
    dictionary.setProducer(PRODUCER);
    dictionary.setCreator(PRODUCER);
    dictionary.setCreationDate(created);
    dictionary.setModificationDate(created);

    XMPMetadata xmp = XMPMetadata.createXMPMetadata();
    PDFAIdentificationSchema identification = xmp.createAndAddPDFAIdentificationSchema();
    identification.setPart(2);
    DublinCoreSchema core = xmp.createAndAddDublinCoreSchema();
    core.setFormat("application/pdf");
    core.setTitle(info.title());
    core.addLanguage(info.language());
    if (!info.paper().isEmpty()) {
      core.addType(info.paper());
    }
    if (!info.code().isEmpty()) {
      core.setDescription(info.code());
      core.setIdentifier(info.code());
      core.addSubject(info.code());
    }
    AdobePDFSchema adobe = xmp.createAndAddAdobePDFSchema();
    adobe.setProducer(PRODUCER);
    XMPBasicSchema basic = xmp.createAndAddXMPBasicSchema();
    basic.setCreatorTool(PRODUCER);
    basic.setCreateDate(created);
    basic.setModifyDate(created);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      identification.setConformance("B");
      new XmpSerializer().serialize(xmp, bytes, true);
    } catch (BadFieldValueException | TransformerException e) {
      throw new IllegalStateException("metadata of our own making do not serialise", e);
    }
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(bytes.toByteArray());
    document.getDocumentCatalog().setMetadata(metadata);
    document.getDocumentCatalog().setLanguage(info.language());
    PDViewerPreferences preferences =
        new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  private void colours() throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    intent.setInfo("sRGB IEC61966-2.1");
    intent.setOutputCondition("sRGB IEC61966-2.1");
    intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
    intent.setRegistryName("http://www.color.org");
    document.getDocumentCatalog().addOutputIntent(intent);
  }

  private void note(byte[] bytes) {
    fingerprint.update(bytes);
  }

  private byte[] soFar() {
    try {
      return ((MessageDigest) fingerprint.clone()).digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
