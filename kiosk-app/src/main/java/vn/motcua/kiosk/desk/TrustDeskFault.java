package vn.motcua.kiosk.desk;

import vn.motcua.scanner.Fault;

/** What can go wrong when somebody changes whom this machine trusts. */
public sealed interface TrustDeskFault extends Fault {
  /** Nothing in these files can be trusted. */
  record NothingToInstall() implements TrustDeskFault {
    @Override
    public String code() {
      return "TRUST-INSTALL-NOTHING";
    }
  }

  /** No learnt issuer has this id. */
  record UnknownId() implements TrustDeskFault {
    @Override
    public String code() {
      return "TRUST-UNKNOWN-ID";
    }
  }

  /** The fingerprint of the file was not confirmed, or is another one. */
  record OtherFingerprint() implements TrustDeskFault {
    @Override
    public String code() {
      return "TRUST-FINGERPRINT";
    }
  }

  /** Somebody was asked and did not say yes. */
  record NotConfirmed() implements TrustDeskFault {
    @Override
    public String code() {
      return "TRUST-NOT-CONFIRMED";
    }
  }
}
