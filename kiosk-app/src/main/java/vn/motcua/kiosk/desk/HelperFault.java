package vn.motcua.kiosk.desk;

import vn.motcua.scanner.Fault;

/** Why somebody cannot help. */
public sealed interface HelperFault extends Fault {
  /** Nobody has that PIN. */
  record WrongPin() implements HelperFault {
    @Override
    public String code() {
      return "HELPER-PIN-WRONG";
    }
  }

  /** After wrong PINs the next try has to wait. */
  record Wait() implements HelperFault {
    @Override
    public String code() {
      return "HELPER-PIN-WAIT";
    }
  }

  /** A PIN has six to twelve digits, and not all the same. */
  record PinForm() implements HelperFault {
    @Override
    public String code() {
      return "HELPER-PIN-FORM";
    }
  }

  /** Another helper has this PIN: it would be unclear who helped. */
  record PinTaken() implements HelperFault {
    @Override
    public String code() {
      return "HELPER-PIN-TAKEN";
    }
  }

  /** The list of helpers cannot be read. */
  record Damaged() implements HelperFault {
    @Override
    public String code() {
      return "HELPER-DAMAGED";
    }
  }
}
