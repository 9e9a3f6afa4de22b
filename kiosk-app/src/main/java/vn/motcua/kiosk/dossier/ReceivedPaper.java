package vn.motcua.kiosk.dossier;

/**
 * A paper that was handed in.
 *
 * @param name what it is
 * @param originals how many originals were handed in
 * @param copies how many copies
 * @param pages how many pages were scanned of it
 */
public record ReceivedPaper(String name, int originals, int copies, int pages) {}
