package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.scanner.FaultException;

/**
 * Every edition of the procedures: those that come with the program, then those that a technician
 * has put into the folder {@code procedures} of the data folder, {@code procedures-2027-01-01.json}
 * for example, in the order of their names. Which procedure holds when says its {@code validFrom}.
 */
public final class Catalogues {
  private static final Logger LOG = LoggerFactory.getLogger(Catalogues.class);
  private static final long MAX_BYTES = 20_000_000;

  private Catalogues() {}

  /**
   * Reads them all.
   *
   * @param folder need not exist
   * @throws FaultException with {@link StoreFault.Catalogue} if a file cannot be used: an office
   *     that goes by an older rule than it believes must not open
   */
  public static List<ProcedureCatalogue> with(Path folder) throws FaultException {
    List<ProcedureCatalogue> all = new ArrayList<>();
    all.add(Resources.procedures());
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Catalogues::isCatalogue).sorted().toList()) {
        all.add(read(file));
      }
      return all;
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder);
    }
  }

  private static boolean isCatalogue(Path file) {
    return String.valueOf(file.getFileName())
        .matches("procedures-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.json");
  }

  private static ProcedureCatalogue read(Path file) throws FaultException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new FaultException(new StoreFault.Catalogue(), "more than " + MAX_BYTES + " bytes");
      }
      return ProcedureCatalogue.read(Files.readString(file));
    } catch (IOException | IllegalArgumentException wrong) {
      LOG.warn("{}: {}", file, wrong.getMessage());
      throw new FaultException(new StoreFault.Catalogue(), wrong);
    }
  }
}
