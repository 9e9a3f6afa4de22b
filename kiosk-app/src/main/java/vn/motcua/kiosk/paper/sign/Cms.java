package vn.motcua.kiosk.paper.sign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.motcua.scanner.FaultException;

/**
 * The CMS container of a PAdES signature (ETSI EN 319 142-1 §5, §6.3): detached, with content type,
 * message digest and signing-certificate-v2, and without a signing time, which stands in the PDF.
 */
final class Cms {
  private static final Provider BOUNCY = new BouncyCastleProvider();

  private Cms() {}

  /** Bouncy Castle for us alone: it is not registered, so nobody else's choices change. */
  static Provider provider() {
    return BOUNCY;
  }

  /** Signs what {@code content} gives. */
  static CMSSignedData sign(InputStream content, SigningKey key, List<X509Certificate> chain)
      throws FaultException, IOException {
    KeptFault kept = new KeptFault();
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      SignerInfoGeneratorBuilder builder =
          new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
      builder.setSignedAttributeGenerator(attributes(key.signer()));
      generator.addSignerInfoGenerator(
          builder.build(
              new KeySigner(key, kept, KeyScheme.of(key.signer().getPublicKey())),
              new JcaX509CertificateHolder(key.signer())));
      generator.addCertificates(new JcaCertStore(chain));
      return generator.generate(new Content(content), false);
    } catch (KeyRefused e) {
      throw kept.fault(e);
    } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
      throw new IOException("no CMS container could be made", e);
    }
  }

  /** Adds a signature timestamp (RFC 3161 appendix A). */
  static CMSSignedData withTimestamp(CMSSignedData signed, Timestamp stamp) throws IOException {
    SignerInformation signer = signer(signed);
    AttributeTable table =
        new AttributeTable(
            new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                new DERSet(ASN1Primitive.fromByteArray(stamp.der()))));
    return CMSSignedData.replaceSigners(
        signed,
        new SignerInformationStore(SignerInformation.replaceUnsignedAttributes(signer, table)));
  }

  static SignerInformation signer(CMSSignedData signed) {
    return signed.getSignerInfos().getSigners().iterator().next();
  }

  static byte[] sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static CMSAttributeTableGenerator attributes(X509Certificate signer)
      throws GeneralSecurityException {
    // The default hash is SHA-256, so the algorithm is left out, as DER demands.
    SigningCertificateV2 which =
        new SigningCertificateV2(new ESSCertIDv2(sha256(signer.getEncoded())));
    AttributeTable extra =
        new AttributeTable(
            new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(which)));
    DefaultSignedAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(extra);
    return (@SuppressWarnings("rawtypes")
        Map parameters) -> withoutTime(usual.getAttributes(parameters));
  }

  private static AttributeTable withoutTime(AttributeTable table) {
    return table.remove(PKCSObjectIdentifiers.pkcs_9_at_signingTime);
  }

  /** A fault that has to come through a library that knows none. */
  private static final class KeptFault {
    private java.util.Optional<FaultException> fault = java.util.Optional.empty();

    FaultException fault(RuntimeException e) {
      return fault.orElseThrow(() -> e);
    }
  }

  private static final class KeyRefused extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1L;

    KeyRefused(FaultException cause) {
      super(cause);
    }
  }

  private record KeySigner(
      SigningKey key, KeptFault kept, KeyScheme scheme, ByteArrayOutputStream bytes)
      implements ContentSigner {
    KeySigner(SigningKey key, KeptFault kept, KeyScheme scheme) {
      this(key, kept, scheme, new ByteArrayOutputStream());
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new DefaultSignatureAlgorithmIdentifierFinder().find(scheme.algorithm());
    }

    @Override
    public OutputStream getOutputStream() {
      return bytes;
    }

    @Override
    public byte[] getSignature() {
      try {
        return key.sign(bytes.toByteArray());
      } catch (FaultException e) {
        kept.fault = java.util.Optional.of(e);
        throw new KeyRefused(e);
      }
    }
  }

  /** Content that is read once and not kept. */
  record Content(InputStream in) implements CMSTypedData {
    @Override
    public ASN1ObjectIdentifier getContentType() {
      return PKCSObjectIdentifiers.data;
    }

    @Override
    public void write(OutputStream out) throws IOException {
      in.transferTo(out);
    }

    @Override
    public Object getContent() {
      return in;
    }
  }

  static ASN1Encodable first(Attribute attribute) {
    return attribute.getAttrValues().getObjectAt(0);
  }
}
