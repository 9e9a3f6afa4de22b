package vn.motcua.kiosk.source;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.motcua.scanner.Fault;

/** What a source says of one code. Every answer tells where it is from and as of when. */
public sealed interface SourceAnswer {
  /** Name of the source. */
  String source();

  /** When that was so, local time of the centre. */
  LocalDateTime asOf();

  /** It knows the dossier. */
  record Found(String source, LocalDateTime asOf, SourceDossier dossier) implements SourceAnswer {}

  /** It was asked and knows no such dossier. */
  record NotKnown(String source, LocalDateTime asOf) implements SourceAnswer {}

  /**
   * It cannot be asked now.
   *
   * @param asOf when asking failed
   * @param fault why
   * @param lastKnown what it said before, with its own age
   */
  record Unreachable(String source, LocalDateTime asOf, Fault fault, Optional<Found> lastKnown)
      implements SourceAnswer {}

  /** What is known of the dossier, now or from before. */
  default Optional<Found> known() {
    return switch (this) {
      case Found found -> Optional.of(found);
      case NotKnown _ -> Optional.empty();
      case Unreachable(_, _, _, Optional<Found> last) -> last;
    };
  }
}
