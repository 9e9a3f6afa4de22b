package vn.motcua.scanner.chip;

import java.util.Optional;

/**
 * What a chip said and how far it is proven.
 *
 * @param mrz DG1
 * @param national DG13, if the chip has it, limited to what the purpose needs
 * @param face DG2, if the purpose asks for it and the chip gave a usable one
 * @param trust how far the data are proven
 * @param signer DER of the certificate that signed them, if there is one: whose it is, {@code
 *     trust} says
 * @param cost what the reading took
 */
public record ChipRecord(
    Mrz mrz,
    Optional<NationalData> national,
    Optional<FaceImage> face,
    TrustVerdict trust,
    Optional<byte[]> signer,
    ReadCost cost) {
  /** Never the data themselves: this may land in a log. */
  @Override
  public String toString() {
    return "ChipRecord[" + trust.trust() + " " + trust.codes() + "]";
  }
}
