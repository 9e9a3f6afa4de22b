package vn.motcua.scanner.chip;

import vn.motcua.scanner.DeviceState;

/**
 * A card reader.
 *
 * @param name the name that PC/SC gives it
 * @param state what it is good for now
 * @param cardPresent whether a card lies on it
 * @param simulated true if there is no radio field behind it
 */
public record CardReader(String name, DeviceState state, boolean cardPresent, boolean simulated) {}
