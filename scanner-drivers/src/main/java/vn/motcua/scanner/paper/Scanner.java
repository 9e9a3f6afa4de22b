package vn.motcua.scanner.paper;

import vn.motcua.scanner.DeviceState;

/**
 * A scanner that was found.
 *
 * @param id how to reach it
 * @param name vendor and model as a person would call it
 * @param state what it is good for now
 * @param simulated true if there is no paper behind it
 */
public record Scanner(ScannerId id, String name, DeviceState state, boolean simulated) {}
