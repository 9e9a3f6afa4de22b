package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.motcua.kiosk.dossier.SerialRange;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/**
 * Serial numbers of dossier codes for counters that are cut off: the store that owns them grants a
 * range, the counter adopts it and gives out nothing else. All methods block.
 */
public final class SerialDesk {
  private final DossierStore store;
  private final String agency;
  private final Clock clock;

  /**
   * @param agency whose codes they are for
   * @param clock local time of the centre
   */
  public SerialDesk(DossierStore store, String agency, Clock clock) {
    this.store = store;
    this.agency = agency;
    this.clock = clock;
  }

  /** Whose codes they are for. */
  public String agency() {
    return agency;
  }

  /** Today at the centre. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The ranges of a day, with what of them is unused. */
  public List<SerialRange> list(LocalDate day) throws FaultException {
    return store.serialRanges(agency, day);
  }

  /**
   * Sets the next numbers of a day aside for a counter.
   *
   * @param site the counter
   * @param count how many; 1 or more
   * @throws FaultException with {@link DeskFault.SerialsNotOurs} if this store owns no numbers
   */
  public SerialRange grant(LocalDate day, String site, int count, String officer)
      throws FaultException {
    LocalDateTime at = now();
    return store.write(transaction -> {
      try {
        return transaction.grant(agency, day, site.strip(), count, at, officer);
      } catch (IllegalStateException notOurs) {
        throw new FaultException(new DeskFault.SerialsNotOurs(), notOurs);
      }
    });
  }

  /**
   * Makes this store that of a counter which gives out only what it has adopted, and adopts a
   * range.
   *
   * @throws FaultException with {@link DeskFault.SerialsRange} if it is another counter's or here
   *     already; then nothing is changed
   */
  public void adopt(SerialRange range, String officer) throws FaultException {
    LocalDateTime at = now();
    store.write(transaction -> {
      String own = transaction.site();
      if (!own.isEmpty() && !own.equals(range.site())) {
        throw new FaultException(new DeskFault.SerialsRange(), own);
      }
      try {
        transaction.become(range.site());
        transaction.adopt(range, at, officer);
        return true;
      } catch (IllegalArgumentException not) {
        throw new FaultException(new DeskFault.SerialsRange(), not);
      }
    });
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }
}
