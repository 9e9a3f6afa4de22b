package vn.motcua.scanner.chip.tr03105;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;

/**
 * Makes EF.SOD element by element (ICAO 9303-10 §4.6.2, RFC 5652 §5), so that any of them can be
 * wrong while everything else, the signature too, is right.
 */
final class Sod {
  private final Signing state;
  private final Signing signer;
  private String hash = "SHA-256";
  private String digest = "SHA-256";
  private UnaryOperator<List<ASN1Encodable>> hashes = all -> all;
  private Fields.Surgery lds = Fields.Surgery.NONE;
  private UnaryOperator<Map<String, ASN1Encodable>> attributes = all -> all;
  private Fields.Surgery info = Fields.Surgery.NONE;
  private Fields.Surgery data = Fields.Surgery.NONE;
  private Fields.Surgery body = Fields.Surgery.NONE;
  private Fields.Surgery certificate = Fields.Surgery.NONE;

  Sod(Signing state, Signing signer) {
    this.state = state;
    this.signer = signer;
  }

  /** What the plan's default card has: RSA-PSS with SHA-256, keys of 3072 and 2048 bits. */
  static Sod usual() {
    return new Sod(
        Signing.with("RSA 3072", "state", "SHA256withRSAandMGF1"),
        Signing.with("RSA 2048", "signer", "SHA256withRSAandMGF1"));
  }

  Signing state() {
    return state;
  }

  Signing signer() {
    return signer;
  }

  /** The hash function of the data groups. */
  Sod hash(String name) {
    hash = name;
    return this;
  }

  /** The hash function of the content. */
  Sod digest(String name) {
    digest = name;
    return this;
  }

  /** The list of hashes, in the order of the groups. */
  Sod hashes(UnaryOperator<List<ASN1Encodable>> change) {
    hashes = change;
    return this;
  }

  Sod lds(Fields.Surgery change) {
    lds = change;
    return this;
  }

  /** What is signed: {@code contentType}, {@code messageDigest}. */
  Sod attributes(UnaryOperator<Map<String, ASN1Encodable>> change) {
    attributes = change;
    return this;
  }

  Sod info(Fields.Surgery change) {
    info = change;
    return this;
  }

  Sod data(Fields.Surgery change) {
    data = change;
    return this;
  }

  /** The signed part of the signer's certificate. */
  Sod body(Fields.Surgery change) {
    body = change;
    return this;
  }

  /** The outer part of the signer's certificate. */
  Sod certificate(Fields.Surgery change) {
    certificate = change;
    return this;
  }

  static AlgorithmIdentifier algorithm(String name) {
    return new DefaultDigestAlgorithmIdentifierFinder().find(name);
  }

  static byte[] digest(String name, byte[] data) {
    try {
      return MessageDigest.getInstance(name).digest(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One entry of the list of hashes. */
  static DERSequence hashOf(int number, byte[] value) {
    return new DERSequence(
        new ASN1Encodable[] {new ASN1Integer(number), new DEROctetString(value)});
  }

  static DERSequence attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
    return new DERSequence(new ASN1Encodable[] {type, new DERSet(value)});
  }

  private byte[] content(Map<Integer, byte[]> groups) {
    List<ASN1Encodable> list = new ArrayList<>();
    new TreeMap<>(groups).forEach((number, file) -> list.add(hashOf(number, digest(hash, file))));
    return Bytes.der(
        lds.on(
                new Fields()
                    .with("version", new ASN1Integer(0))
                    .with("digestAlgorithm", algorithm(hash))
                    .with(
                        "hashes",
                        new DERSequence(hashes.apply(list).toArray(ASN1Encodable[]::new))))
            .sequence());
  }

  private DERSequence signerInfo(byte[] content) {
    Map<String, ASN1Encodable> signed = new LinkedHashMap<>();
    signed.put(
        "contentType",
        attribute(CMSAttributes.contentType, ICAOObjectIdentifiers.id_icao_ldsSecurityObject));
    signed.put(
        "messageDigest",
        attribute(CMSAttributes.messageDigest, new DEROctetString(digest(digest, content))));
    DERSet set = new DERSet(attributes.apply(signed).values().toArray(ASN1Encodable[]::new));
    return info.on(
            new Fields()
                .with("version", new ASN1Integer(1))
                .with(
                    "sid",
                    new IssuerAndSerialNumber(Certificates.STATE, Certificates.SERIAL.getValue()))
                .with("digestAlgorithm", algorithm(digest))
                .with("signedAttrs", new DERTaggedObject(false, 0, set))
                .with("signatureAlgorithm", signer.identifier())
                .with("signature", new DEROctetString(signer.sign(Bytes.der(set)))))
        .sequence();
  }

  /** The file over these data groups. */
  byte[] of(Map<Integer, byte[]> groups) {
    byte[] content = content(groups);
    ASN1Encodable holder =
        Certificates.signed(body.on(Certificates.signer(state, signer)), state, certificate);
    DERSequence signedData =
        data.on(
                new Fields()
                    .with("version", new ASN1Integer(3))
                    .with("digestAlgorithms", new DERSet(algorithm(digest)))
                    .with(
                        "encapContentInfo",
                        encapsulated(ICAOObjectIdentifiers.id_icao_ldsSecurityObject, content))
                    .with("certificates", new DERTaggedObject(false, 0, new DERSet(holder)))
                    .with("signerInfos", new DERSet(signerInfo(content))))
            .sequence();
    return Bytes.tlv(
        0x77,
        Bytes.der(
            new DERSequence(
                new ASN1Encodable[] {
                  CMSObjectIdentifiers.signedData, new DERTaggedObject(true, 0, signedData)
                })));
  }

  static DERSequence encapsulated(ASN1ObjectIdentifier type, byte[] content) {
    return new DERSequence(
        new ASN1Encodable[] {type, new DERTaggedObject(true, 0, new DEROctetString(content))});
  }
}
