package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.FormDesk;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.ImportDesk;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.PackageDesk;
import vn.motcua.kiosk.desk.PairingDesk;
import vn.motcua.kiosk.desk.PaymentDesk;
import vn.motcua.kiosk.desk.PrintDesk;
import vn.motcua.kiosk.desk.ProfileDesk;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.SerialDesk;
import vn.motcua.kiosk.desk.SourceStatus;
import vn.motcua.kiosk.desk.TrustDesk;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.speech.LanguageFault;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.TrustStore;

/**
 * What the commands need of the house. The composition root builds each thing only when a command
 * asks for it, so that {@code --version} starts nothing.
 */
public interface Tools {
  /** The faces that a window can have. */
  enum Role {
    CITIZEN,
    COUNTER,
    TECHNICIAN
  }

  /**
   * What {@code run} is asked for.
   *
   * @param roles one window each
   * @param data the data folder; empty for the usual place
   * @param windowed in a window instead of full screen
   * @param language {@code vi} or {@code en}
   * @param watcher where a watching process hears that the screen is alive; empty: nobody watches
   */
  record RunRequest(
      Set<Role> roles,
      Optional<Path> data,
      boolean windowed,
      String language,
      Optional<PrintStream> watcher) {}

  /**
   * What {@code demo} is asked for.
   *
   * @param headless walk the line by itself
   * @param out where the walk leaves pictures, PDFs and summary
   * @param card which simulated card: A, B, C or a profile file
   * @param pages a folder of page pictures to scan instead of the built-in ones
   * @param data an existing or new data folder to use; empty for a temporary one
   */
  record DemoRequest(
      boolean headless,
      Optional<Path> out,
      String card,
      Optional<Path> pages,
      Optional<Path> data) {}

  /** A data folder that is open; closing gives it back. */
  interface OpenFolder extends AutoCloseable {
    LookupDesk lookupDesk();

    /** What the centre is called: the source of what is our own. */
    String centre();

    FormDesk formDesk();

    PrintDesk printDesk();

    PackageDesk packageDesk();

    /**
     * Where the rows of one file of an older system are taken over.
     *
     * @param who brings them
     * @param file SHA-256 of the file
     * @param dry whether nothing is to stay
     */
    ImportDesk importDesk(String who, String file, boolean dry, RandomGenerator random);

    PaymentDesk paymentDesk();

    SerialDesk serialDesk();

    /** Queue numbers and ratings. */
    HallDesks hall();

    @Override
    void close();
  }

  /** The card readers of this machine; {@code trust} replaces the installed anchors. */
  CardReaders cardReaders(Optional<Path> trust) throws FaultException;

  /** The card readers of this machine with these anchors and no others. */
  CardReaders cardReaders(TrustStore anchors);

  /** Whom this machine trusts; {@code store} stands for another folder than the usual one. */
  TrustDesk trustDesk(Optional<Path> store);

  /** Scans into {@code spool}. */
  ScanDesk scanDesk(Path spool) throws FaultException;

  /** Scan profiles, and the devices that they are held against. */
  ProfileDesk profiles() throws FaultException;

  /** Devices of every kind. Closing is the caller's. */
  DeviceDesk deviceDesk() throws FaultException;

  /** Pairing with scanners that speak only behind a certificate. */
  PairingDesk pairingDesk();

  /** The folder of the authorities whose signatures count; need not exist. */
  Path signingAuthorities();

  /** The data folder of commands that are not told another one. */
  default Path home() {
    return Objects.requireNonNull(signingAuthorities().toAbsolutePath().getParent());
  }

  /** Turns pages into PDF. */
  Digitiser digitiser() throws FaultException;

  /** Opens a data folder; refused if another process has it or nothing was ever kept there. */
  OpenFolder open(Optional<Path> data) throws FaultException;

  /** Opens a data folder; where it can be made, it is made if nothing was ever kept there. */
  default OpenFolder openOrMake(Optional<Path> data) throws FaultException {
    return open(data);
  }

  /** The languages of the terminal; {@code data} stands for another folder than the usual one. */
  default Languages languages(Optional<Path> data) throws FaultException {
    throw new FaultException(new LanguageFault.None(""));
  }

  /**
   * Other systems that know of dossiers, and how they do; none where none can be set.
   *
   * @param check whether services are asked
   */
  default List<SourceStatus> sources(Optional<Path> data, boolean check) throws FaultException {
    return List.of();
  }

  /** The data folder that is meant: the one that was named, or the usual place. */
  Path dataFolder(Optional<Path> named);

  /** Opens windows and returns when the last one is closed. */
  void run(RunRequest request) throws FaultException, InterruptedException;

  /** The demonstration. */
  Reply demo(DemoRequest request) throws FaultException, InterruptedException;

  /**
   * Draws the catalogue of controls into {@code folder}.
   *
   * @return how many pictures
   */
  default int catalogue(Path folder) throws FaultException, InterruptedException {
    throw new UnsupportedOperationException("no screen here");
  }

  /** The benchmarks by name. */
  List<Bench> benches();
}
