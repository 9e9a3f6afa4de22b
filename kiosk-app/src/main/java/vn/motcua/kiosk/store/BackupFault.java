package vn.motcua.kiosk.store;

import vn.motcua.scanner.Fault;

/** What can be wrong with a backup. The sentences stand in {@code faults.properties}. */
public sealed interface BackupFault extends Fault {
  /** Not a backup, cut off, or its list of contents is missing. */
  record Incomplete() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-INCOMPLETE";
    }
  }

  /** Something in it is not what was written. */
  record Damaged() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-DAMAGED";
    }
  }

  /** A newer version of the program has written it. */
  record Newer() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-NEWER";
    }
  }

  /** Neither a key file was given nor a passphrase for the keys inside. */
  record NoKey() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-KEY";
    }
  }

  /** The key that was given is not that of the data. */
  record KeyWrong() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-KEY-WRONG";
    }
  }

  /** The passphrase does not open the keys inside. */
  record Passphrase() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-PASSPHRASE";
    }
  }

  /** Something is in the folder into which it was to be restored. */
  record NotEmpty() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-NOT-EMPTY";
    }
  }

  /** A file that belongs to a dossier is missing or changed in the data folder itself. */
  record Source() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-SOURCE";
    }
  }

  /** The backup is as the data are, but the audit of these finds something. */
  record NotWhole() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-NOT-WHOLE";
    }
  }

  /** The backup file cannot be read. */
  record Unreadable() implements BackupFault {
    @Override
    public String code() {
      return "BACKUP-UNREADABLE";
    }
  }
}
