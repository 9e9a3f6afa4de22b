package vn.motcua.scanner.chip;

import java.util.Optional;

/**
 * What a chip said and how far it is proven.
 *
 * @param mrz DG1
 * @param national DG13, if the chip has it, limited to what the purpose needs
 * @param trust how far the data are proven
 * @param cost what the reading took
 */
public record ChipRecord(
    Mrz mrz, Optional<NationalData> national, TrustVerdict trust, ReadCost cost) {}
