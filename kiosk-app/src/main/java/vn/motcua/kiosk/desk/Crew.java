package vn.motcua.kiosk.desk;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.MoveRule;
import vn.motcua.kiosk.dossier.Moves;
import vn.motcua.kiosk.dossier.Role;
import vn.motcua.scanner.FaultException;

/**
 * Who works at a centre, and in which roles. In a small commune one officer does everything: as
 * long as nobody was given roles of their own, everybody has all of them, and so has a name that is
 * not known. Once somebody was, a name that is not known has none.
 */
public final class Crew {
  /** Everybody may do everything that an officer does. */
  public static final Crew OPEN = new Crew(List.of());

  private static final Set<Role> ALL = Set.copyOf(EnumSet.complementOf(EnumSet.of(Role.CITIZEN)));

  /**
   * An officer.
   *
   * @param name as people know them
   * @param roles what they do; empty = everything
   */
  public record Officer(String name, Set<Role> roles) {
    public Officer {
      roles = Set.copyOf(roles);
      if (name.isBlank() || roles.contains(Role.CITIZEN)) {
        throw new IllegalArgumentException("no officer: " + name);
      }
    }

    /** One who does everything. */
    public Officer(String name) {
      this(name, Set.of());
    }
  }

  private final Map<String, Officer> officers = new LinkedHashMap<>();
  private final boolean strict;

  public Crew(List<Officer> officers) {
    officers.forEach(officer -> this.officers.put(officer.name().strip(), officer));
    strict = officers.stream().anyMatch(officer -> !officer.roles().isEmpty());
  }

  /** What that officer does. */
  public Set<Role> roles(String name) {
    Officer officer = officers.get(name.strip());
    if (officer == null) {
      return strict ? Set.of() : ALL;
    }
    return officer.roles().isEmpty() ? ALL : officer.roles();
  }

  /** Who may make a move. */
  public static Set<Role> who(Move move) {
    return Moves.rule(move).map(MoveRule::who).orElse(Set.of(Role.COUNTER));
  }

  /** Whether that officer may make that move, wherever the dossier stands. */
  public boolean may(String name, Move move) {
    return who(move).stream().anyMatch(roles(name)::contains);
  }

  /**
   * Goes on only if that officer may.
   *
   * @throws FaultException with {@link DeskFault.NotYourMove}, which says who may
   */
  void need(String name, Move move) throws FaultException {
    if (!may(name, move)) {
      throw new FaultException(DeskFault.NotYourMove.of(who(move)), move.name());
    }
  }
}
