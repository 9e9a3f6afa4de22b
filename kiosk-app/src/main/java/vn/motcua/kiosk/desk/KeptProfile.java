package vn.motcua.kiosk.desk;

/**
 * A profile of this machine.
 *
 * @param profile what it says
 * @param locked whether it can be changed only after its PIN was given
 */
public record KeptProfile(ScanProfile profile, boolean locked) {}
