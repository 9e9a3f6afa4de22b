package vn.motcua.kiosk.desk;

import vn.motcua.kiosk.store.Blob;

/**
 * The document of one paper of a dossier.
 *
 * @param paper its name in the checklist
 * @param blob searchable PDF/A, sealed
 * @param images its pages; a page with a sticky note counts twice
 */
public record PaperArchive(String paper, Blob blob, int images) {}
