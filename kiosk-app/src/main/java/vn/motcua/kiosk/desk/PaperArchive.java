package vn.motcua.kiosk.desk;

import java.nio.file.Path;

/**
 * The document of one paper of a dossier.
 *
 * @param paper its name in the checklist
 * @param file searchable PDF/A
 * @param images its pages; a page with a sticky note counts twice
 */
public record PaperArchive(String paper, Path file, int images) {}
