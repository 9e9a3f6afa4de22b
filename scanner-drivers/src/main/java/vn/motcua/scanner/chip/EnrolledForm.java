package vn.motcua.scanner.chip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file form of learnt issuers: one line a value, always in the same order, and in the end the
 * SHA-256 of all lines above it. Whatever differs from that is damage, so that half a file is never
 * taken for a whole one.
 */
final class EnrolledForm {
  private static final String HEAD = "mot-cua enrolled anchors 1";
  private static final String SUM = "sha256 ";

  private EnrolledForm() {}

  /** UTF-8. */
  static byte[] write(EnrolledAnchors anchors) {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (EnrolledAnchor anchor : anchors.anchors()) {
      put(text, "anchor", anchor.id());
      put(text, "kind", anchor.kind().name());
      put(text, "content", anchor.content());
      put(text, "issuer", anchor.issuer());
      put(text, "key-identifier", anchor.keyIdentifier());
      put(text, "state", anchor.state());
      put(text, "enrolled", anchor.enrolled().toString());
      put(text, "technician", anchor.technician());
      put(text, "witness", anchor.witness());
      anchor.cards().forEach(card -> put(text, "card", card));
      anchor
          .revocation()
          .ifPresent(said -> {
            put(text, "revoked", said.day().toString());
            put(text, "by", said.by());
            put(text, "why", said.why());
          });
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    put(text, SUM.strip(), Csca.fingerprint(body));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(StringBuilder text, String key, String value) {
    text.append(key).append(' ').append(value).append('\n');
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is anything else; the message says where
   */
  static EnrolledAnchors read(byte[] bytes) throws IOException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException wrong) {
      throw new IOException("not UTF-8", wrong);
    }
    int last = text.lastIndexOf('\n' + SUM);
    if (last < 0) {
      throw new IOException("it breaks off");
    }
    String body = text.substring(0, last + 1);
    String sum = SUM + Csca.fingerprint(body.getBytes(StandardCharsets.UTF_8)) + '\n';
    if (!text.substring(last + 1).equals(sum)) {
      throw new IOException("its checksum is wrong");
    }
    Lines lines = new Lines(List.of(body.substring(0, last).split("\n", -1)));
    if (!lines.next().equals(HEAD)) {
      throw new IOException("another kind of file, or of a newer version");
    }
    List<EnrolledAnchor> anchors = new ArrayList<>();
    while (!lines.atEnd()) {
      try {
        anchors.add(anchor(lines));
      } catch (IllegalArgumentException | DateTimeException | ClassCastException wrong) {
        throw new IOException("impossible before line " + (lines.at + 1), wrong);
      }
    }
    return new EnrolledAnchors(anchors);
  }

  private static EnrolledAnchor anchor(Lines lines) throws IOException {
    String id = lines.value("anchor");
    EnrolledAnchor.Kind kind = EnrolledAnchor.Kind.valueOf(lines.value("kind"));
    String content = lines.value("content");
    String issuer = lines.value("issuer");
    String keyIdentifier = lines.value("key-identifier");
    String state = lines.value("state");
    LocalDate enrolled = LocalDate.parse(lines.value("enrolled"));
    String technician = lines.value("technician");
    String witness = lines.value("witness");
    List<String> cards = new ArrayList<>();
    while (lines.nextIs("card")) {
      cards.add(lines.value("card"));
    }
    Optional<EnrolledAnchor.Revocation> revocation = Optional.empty();
    if (lines.nextIs("revoked")) {
      revocation =
          Optional.of(
              new EnrolledAnchor.Revocation(
                  LocalDate.parse(lines.value("revoked")), lines.value("by"), lines.value("why")));
    }
    EnrolledAnchor anchor =
        new EnrolledAnchor(
            kind,
            content,
            issuer,
            keyIdentifier,
            state,
            enrolled,
            technician,
            witness,
            cards,
            revocation);
    if (!anchor.id().equals(id)) {
      throw new IOException("an anchor under another's id");
    }
    return anchor;
  }

  /** Line after line. */
  private static final class Lines {
    private final List<String> lines;
    private int at;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    boolean atEnd() {
      return at == lines.size();
    }

    boolean nextIs(String key) {
      return !atEnd() && lines.get(at).startsWith(key + ' ');
    }

    String next() throws IOException {
      if (atEnd()) {
        throw new IOException("it breaks off");
      }
      return lines.get(at++);
    }

    String value(String key) throws IOException {
      String line = next();
      if (!line.startsWith(key + ' ')) {
        throw new IOException("no " + key + " in line " + at);
      }
      return line.substring(key.length() + 1);
    }
  }
}
