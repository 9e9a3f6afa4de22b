package vn.motcua.scanner.chip;

/**
 * What reading a chip took.
 *
 * @param apdus command APDUs sent
 * @param milliseconds from the first APDU to the last check
 * @param access how the chip was opened: {@code PACE-CAN}, {@code PACE-MRZ} or {@code BAC}
 */
public record ReadCost(int apdus, long milliseconds, String access) {}
