package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.ui.kit.TrustLook;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipStep;

/** What the terminal shows: one question or one answer at a time. */
public sealed interface Page
    permits Page.Home,
        Page.ReadCard,
        Page.SixDigits,
        Page.TypeCode,
        Page.TypeSecret,
        Page.Dossiers,
        Page.OneDossier,
        Page.OfDossier,
        Page.NeedsMore,
        Page.TriesUsedUp,
        Page.AskAtCounter,
        Page.Help,
        RoomPage {
  /** At rest. */
  record Home() implements Page {}

  /**
   * The two steps with the card.
   *
   * @param lastFour last digits of the card whose QR was shown; empty if its QR was not shown
   * @param sixKnown whether the six digits are at hand, from the QR or typed
   * @param step which step of the reading is on; empty while the card is not being read
   */
  record ReadCard(Optional<String> lastFour, boolean sixKnown, Optional<ChipStep> step)
      implements Page {}

  /**
   * The last six digits of the card are typed.
   *
   * @param typed up to six digits
   */
  record SixDigits(String typed) implements Page {
    @Override
    public String toString() {
      return "SixDigits[…]";
    }
  }

  /**
   * A dossier's code is scanned or typed.
   *
   * @param typed as far as it is typed
   * @param triesLeft after a refusal
   */
  record TypeCode(String typed, OptionalInt triesLeft) implements Page {}

  /**
   * The receipt's secret is typed.
   *
   * @param code of the dossier, as scanned or typed
   * @param typed as far as it is typed
   * @param triesLeft after a refusal
   */
  record TypeSecret(String code, String typed, OptionalInt triesLeft) implements Page {
    @Override
    public String toString() {
      return "TypeSecret[…]";
    }
  }

  /** All dossiers of the person whose card was read; may be none. */
  record Dossiers(Visitor visitor, List<DossierView> dossiers) implements Page {
    public Dossiers {
      dossiers = List.copyOf(dossiers);
    }
  }

  /**
   * One dossier.
   *
   * @param fromList whether there is a list to go back to
   */
  record OneDossier(Visitor visitor, DossierView view, boolean fromList) implements Page {}

  /** One side of a dossier, with the dossier to go back to. */
  sealed interface OfDossier extends Page {
    /** The dossier. */
    OneDossier of();
  }

  /** Who has looked at a dossier. */
  record Viewings(OneDossier of) implements OfDossier {}

  /** What happened to a dossier. */
  record History(OneDossier of) implements OfDossier {}

  /** What is to be paid, and how. */
  record Fee(OneDossier of) implements OfDossier {}

  /** Which papers are missing. */
  record MissingPapers(OneDossier of) implements OfDossier {}

  /**
   * The chip does not prove enough.
   *
   * @param proven how far it is proven
   */
  record NeedsMore(Visitor visitor, TrustLook proven, Asking asking) implements Page {
    /** How far the officer's confirmation is. */
    public enum Asking {
      /** Not asked yet. */
      NOT_YET,
      /** An officer was asked and has not answered. */
      ASKED,
      /** The officer did not confirm. */
      DECLINED,
      /** What an officer says does not open anything at this centre's terminals. */
      NOT_HERE
    }
  }

  /** No tries are left; staff help. */
  record TriesUsedUp() implements Page {}

  /** The terminal cannot go on with this card; an officer can. Says nothing of the reason. */
  record AskAtCounter() implements Page {}

  /**
   * Something went wrong that can be mended.
   *
   * @param fault what
   * @param next the obvious next step
   */
  record Help(Fault fault, Next next) implements Page {
    /** The obvious next step. */
    public enum Next {
      /** The card is put on the reader again. */
      CARD_AGAIN,
      /** The six digits are typed. */
      SIX_DIGITS,
      /** The receipt is used instead. */
      RECEIPT,
      /** Back to where it happened, with everything that was typed there. */
      BACK,
      /** Back to the beginning. */
      HOME;

      /** What helps after {@code fault}. */
      static Next after(Fault fault) {
        return switch (fault) {
          case ChipFault.WrongKey _ -> SIX_DIGITS;
          case ChipFault.NoReader _,
              ChipFault.NoService _,
              ChipFault.NeedsMrz _,
              ChipFault.KeyBlocked _,
              ChipFault.Paused _,
              ChipFault.Nonsense _,
              DeskFault.UnknownReceipt _ ->
              RECEIPT;
          case ChipFault _, TerminalFault.OtherCard _ -> CARD_AGAIN;
          default -> HOME;
        };
      }
    }
  }
}
