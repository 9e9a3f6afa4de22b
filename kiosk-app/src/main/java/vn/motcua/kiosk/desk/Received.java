package vn.motcua.kiosk.desk;

import java.nio.file.Path;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.LookupSecret;

/**
 * A dossier that was received.
 *
 * @param dossier as it stands in the store
 * @param secret what is printed on the receipt
 * @param receipt form 01 as PDF
 * @param archive the scanned pages as searchable PDF/A, if there were any
 */
public record Received(
    Dossier dossier, LookupSecret secret, Path receipt, Optional<Path> archive) {}
