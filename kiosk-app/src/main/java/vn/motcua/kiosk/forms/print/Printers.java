package vn.motcua.kiosk.forms.print;

import java.net.URI;
import java.nio.file.Path;

/** Printers by what a technician writes into the settings. */
public final class Printers {
  private static final int DOTS = 576;
  private static final int RAW_PORT = 9100;

  private Printers() {}

  /**
   * The printer at {@code address}: {@code ipp://…} or {@code ipps://…}, {@code escpos://host:port}
   * or {@code escpos:/dev/usb/lp0} (with {@code ?dots=384} for 58 mm paper), {@code platform:NAME}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Printer at(String address) {
    return at(address, "motcua");
  }

  /**
   * The same under a name of its own, so that {@link Printer#forgetAll} takes back no others.
   *
   * @param user who orders
   */
  public static Printer at(String address, String user) {
    if (address.startsWith("platform:")) {
      return new PlatformPrinter(address.substring("platform:".length()));
    }
    URI uri = URI.create(address);
    String scheme = String.valueOf(uri.getScheme());
    String query = uri.getQuery();
    int dots =
        query != null && query.matches("dots=[0-9]{2,4}")
            ? Integer.parseInt(query.substring("dots=".length())) / 8 * 8
            : DOTS;
    if (scheme.startsWith("ipp") && uri.getHost() != null && uri.getPath().length() > 1) {
      return new IppPrinter(uri, user);
    }
    if (scheme.equals("escpos") && uri.getHost() != null) {
      return ReceiptPrinter.at(uri.getHost(), uri.getPort() < 0 ? RAW_PORT : uri.getPort(), dots);
    }
    if (scheme.equals("escpos") && uri.getPath() != null && !uri.getPath().isEmpty()) {
      return ReceiptPrinter.behind(Path.of(uri.getPath()), dots);
    }
    throw new IllegalArgumentException("no printer's address: " + address);
  }
}
