package vn.motcua.scanner.chip;

/**
 * What a look at a slot showed.
 *
 * @param card whether a card lies there
 * @param changes a number that another card, or the same one lifted and put back, makes a different
 *     one, even if both happened between two looks; always the same where the reader does not count
 */
public record CardPresence(boolean card, long changes) {}
