package vn.motcua.scanner.chip;

import java.util.Map;

/**
 * What reading a chip took.
 *
 * @param apdus command APDUs sent
 * @param bytes sent and received in them
 * @param milliseconds from the first APDU to the last check
 * @param steps milliseconds of each step that was taken
 * @param access how the chip was opened: {@code PACE-CAN}, {@code PACE-MRZ}, {@code BAC}, or {@code
 *     PLAIN} if it stood open
 */
public record ReadCost(
    int apdus, long bytes, long milliseconds, Map<ChipStep, Long> steps, String access) {}
