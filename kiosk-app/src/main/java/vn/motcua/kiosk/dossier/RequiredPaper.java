package vn.motcua.kiosk.dossier;

/**
 * One paper that a procedure asks for.
 *
 * @param name as the procedure names it, Vietnamese
 * @param originals how many originals are handed in
 * @param copies how many copies
 * @param scan whether it is scanned (TT 03/2025 Đ5.2: papers only to be shown are not)
 */
public record RequiredPaper(String name, int originals, int copies, boolean scan) {}
