package vn.motcua.kiosk.store.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.FaultException;

/**
 * A head of the chain as it is given away: on paper, to the archive, to the province. Whoever holds
 * one can tell later whether the chain was cut or made anew. Signed with Ed25519 (RFC 8032).
 *
 * @param head how far the chain was
 * @param at when it was exported, local time of the centre
 * @param key the public key, X.509 in Base64
 * @param signature in Base64
 */
public record SignedHead(ChainHead head, LocalDateTime at, String key, String signature) {
  /** More than any head file has. */
  public static final int LONGEST = 4096;

  private static final String FORMAT = "motcua-audit-head-1";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static byte[] message(ChainHead head, LocalDateTime at) {
    return String.join(
            "\n",
            FORMAT,
            head.site(),
            Long.toString(head.seq()),
            Long.toString(head.count()),
            head.hash(),
            at.toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** As it stands in a file. */
  public String json() {
    Map<String, Object> all = new TreeMap<>();
    all.put("format", FORMAT);
    all.put("site", head.site());
    all.put("seq", head.seq());
    all.put("count", head.count());
    all.put("hash", head.hash());
    all.put("at", at.toString());
    all.put("key", key);
    all.put("signature", signature);
    return JSON.writeValueAsString(all) + "\n";
  }

  /**
   * Reads what {@link #json} wrote and checks the signature against the key that it names.
   *
   * @throws FaultException with {@link AuditFault.BadHead}
   */
  public static SignedHead read(String text) throws FaultException {
    try {
      JsonNode all = JSON.readTree(text);
      if (!FORMAT.equals(all.path("format").asString(""))) {
        throw new FaultException(new AuditFault.BadHead(), "format");
      }
      SignedHead read =
          new SignedHead(
              new ChainHead(
                  all.required("site").stringValue(),
                  all.required("seq").longValue(),
                  all.required("count").longValue(),
                  all.required("hash").stringValue()),
              LocalDateTime.parse(all.required("at").stringValue()),
              all.required("key").stringValue(),
              all.required("signature").stringValue());
      if (!read.fits()) {
        throw new FaultException(new AuditFault.BadHead(), "signature");
      }
      return read;
    } catch (JacksonException
        | DateTimeParseException
        | IllegalArgumentException
        | GeneralSecurityException strange) {
      throw new FaultException(new AuditFault.BadHead(), strange);
    }
  }

  /** SHA-256 of the public key: what the chain knows it by. */
  String fingerprint() {
    return HexFormat.of().formatHex(Sha256.of(Base64.getDecoder().decode(key)));
  }

  private boolean fits() throws GeneralSecurityException {
    PublicKey open =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(open);
    check.update(message(head, at));
    return check.verify(Base64.getDecoder().decode(signature));
  }
}
