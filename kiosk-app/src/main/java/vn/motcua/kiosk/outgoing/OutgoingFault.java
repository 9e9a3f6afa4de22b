package vn.motcua.kiosk.outgoing;

import vn.motcua.scanner.Fault;

/**
 * What a person can mend about what leaves the house. The sentences stand in {@code
 * vn/motcua/kiosk/faults.properties}.
 */
public sealed interface OutgoingFault extends Fault {
  /** The folder of the settings is not there: a share that is gone, or a wrong name. */
  record NoFolder() implements OutgoingFault {
    @Override
    public String code() {
      return "PACKAGE-FOLDER";
    }
  }

  /** The settings name no folder: nothing leaves. */
  record Off() implements OutgoingFault {
    @Override
    public String code() {
      return "PACKAGE-OFF";
    }
  }

  /** The receiver has something else than was written. */
  record OtherHash() implements OutgoingFault {
    @Override
    public String code() {
      return "PACKAGE-HASH";
    }
  }

  /** The receiver does not take it. */
  record Refused() implements OutgoingFault {
    @Override
    public String code() {
      return "PACKAGE-REFUSED";
    }
  }

  /** The receiver's answer cannot be read. */
  record Answer() implements OutgoingFault {
    @Override
    public String code() {
      return "PACKAGE-ANSWER";
    }
  }

  /** Part of the dossier was erased before its package left. */
  record Erased() implements OutgoingFault {
    @Override
    public String code() {
      return "PACKAGE-ERASED";
    }
  }

  /** No dossier has that code. */
  record NoDossier() implements OutgoingFault {
    @Override
    public String code() {
      return "PACKAGE-DOSSIER";
    }
  }

  /** The place of the exported statuses tells of another site, or cannot be understood. */
  record Cursor() implements OutgoingFault {
    @Override
    public String code() {
      return "EXPORT-CURSOR";
    }
  }
}
