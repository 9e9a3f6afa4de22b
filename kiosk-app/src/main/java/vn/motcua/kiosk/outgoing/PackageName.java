package vn.motcua.kiosk.outgoing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.kiosk.dossier.DossierCode;

/**
 * What a package is called: {@code H48.025.16-261126-0003_2.zip}. Letters, digits, dots, hyphens
 * and one low line only, so that every file system takes it.
 *
 * @param dossier whose it is
 * @param version 1 for the first of the dossier
 */
public record PackageName(DossierCode dossier, int version) {
  /** How the file of an answer ends that says: taken. */
  public static final String ACK = ".ack";

  /** How the file of an answer ends that says: refused. */
  public static final String NACK = ".nack";

  private static final Pattern ANSWER =
      Pattern.compile("(.+)_([1-9][0-9]{0,8})(?:\\.zip)?(\\.n?ack)");

  public PackageName {
    if (version < 1) {
      throw new IllegalArgumentException("version " + version);
    }
  }

  /** Without its ending. */
  public String base() {
    return dossier.value() + "_" + version;
  }

  /** The name of the file. */
  public String file() {
    return base() + ".zip";
  }

  /** The name while it is written: nobody may take it yet. */
  public String part() {
    return "." + file() + ".part";
  }

  /** To which package a file with that name is an answer; empty if to none. */
  public static Optional<PackageName> answered(String file) {
    Matcher parts = ANSWER.matcher(file);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return DossierCode.strict(parts.group(1))
        .map(code -> new PackageName(code, Integer.parseInt(parts.group(2))));
  }
}
