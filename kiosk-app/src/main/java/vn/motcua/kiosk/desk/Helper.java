package vn.motcua.kiosk.desk;

/**
 * Somebody who helps citizens at the terminal.
 *
 * @param name as people know them
 * @param role whether they work for the centre
 */
public record Helper(String name, Role role) {
  /** Who they are. */
  public enum Role {
    /** Works at the centre. */
    OFFICER,
    /** One of the village's own people (community digital technology team). */
    COMMUNITY
  }

  public Helper {
    if (name.isBlank() || name.length() > 80 || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("no name of a helper");
    }
  }
}
