package vn.motcua.kiosk.store.chain;

import vn.motcua.scanner.Fault;

/** What an audit finds. The sentences stand in {@code vn/motcua/kiosk/faults.properties}. */
public sealed interface AuditFault extends Fault {
  /** A link does not follow from the one before: changed, left out or put in. */
  record Broken() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-CHAIN";
    }
  }

  /** A row is not what its link says. */
  record Changed() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-CHANGED";
    }
  }

  /** A link covers a row that is not there. */
  record Missing() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-MISSING";
    }
  }

  /** A row has no link. */
  record Added() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-ADDED";
    }
  }

  /** Something was erased without a record of it. */
  record Erased() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-ERASED";
    }
  }

  /** The chain is shorter than a head that was exported earlier. */
  record Cut() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-CUT";
    }
  }

  /** The chain is whole but another one than that of a head that was exported earlier. */
  record Rewritten() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-REWRITTEN";
    }
  }

  /** A file of a dossier is missing or changed. */
  record File() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-FILE";
    }
  }

  /** A head file that cannot be read, or whose signature does not fit. */
  record BadHead() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-HEAD";
    }
  }

  /** A head file of another installation. */
  record ForeignHead() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-HEAD-FOREIGN";
    }
  }

  /** There is no chain: an older version wrote the database, and this one has not opened it yet. */
  record None() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-NONE";
    }
  }

  /** The key that signs heads is missing. */
  record NoKey() implements AuditFault {
    @Override
    public String code() {
      return "AUDIT-KEY";
    }
  }
}
