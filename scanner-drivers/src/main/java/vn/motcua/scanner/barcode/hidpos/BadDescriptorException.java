package vn.motcua.scanner.barcode.hidpos;

import java.io.IOException;

/** A device's report descriptor contradicts the standard, or is not that of a barcode scanner. */
final class BadDescriptorException extends IOException {
  BadDescriptorException(String why) {
    super(why);
  }
}
