package vn.motcua.scanner.barcode.hidpos;

/**
 * What one report says.
 *
 * @param symbology the AIM identifier, three bytes; none or zeros if the device does not tell
 * @param data a code or a part of it
 * @param counted whether the device said how many bytes of data are meant; if not, zeros behind the
 *     text are padding
 * @param continued whether the next report goes on with the same code
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ScanReport(byte[] symbology, byte[] data, boolean counted, boolean continued) {}
