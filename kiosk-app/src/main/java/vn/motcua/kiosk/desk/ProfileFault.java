package vn.motcua.kiosk.desk;

import vn.motcua.scanner.Fault;

/**
 * What can be wrong with a scan profile. The sentences stand in {@code
 * vn/motcua/kiosk/faults.properties}.
 */
public sealed interface ProfileFault extends Fault {
  /**
   * No profile has this name.
   *
   * @param name what was asked for
   */
  record None(String name) implements ProfileFault {
    @Override
    public String code() {
      return "PROFILE-NONE";
    }
  }

  /**
   * The profile is locked and was to be changed, removed or overwritten.
   *
   * @param name which
   */
  record Locked(String name) implements ProfileFault {
    @Override
    public String code() {
      return "PROFILE-LOCKED";
    }
  }

  /**
   * A file of profiles cannot be understood, or a locked one was changed by hand. It is never
   * overwritten.
   *
   * @param file which, with what is wrong in it
   */
  record Damaged(String file) implements ProfileFault {
    @Override
    public String code() {
      return "PROFILE-DAMAGED";
    }
  }

  /**
   * There is one of that name already.
   *
   * @param name which
   */
  record Exists(String name) implements ProfileFault {
    @Override
    public String code() {
      return "PROFILE-EXISTS";
    }
  }

  /** The PIN is not the one with which the profile was locked. */
  record WrongPin() implements ProfileFault {
    @Override
    public String code() {
      return "PROFILE-PIN";
    }
  }

  /** A PIN must have 4 to 12 digits. */
  record PinForm() implements ProfileFault {
    @Override
    public String code() {
      return "PROFILE-PIN-FORM";
    }
  }

  /**
   * Too many wrong PINs: nobody may try before some time has passed.
   *
   * @param seconds how long still
   */
  record Wait(int seconds) implements ProfileFault {
    @Override
    public String code() {
      return "PROFILE-PIN-WAIT";
    }
  }

  /**
   * A locked profile was to be locked, or one that is not locked unlocked.
   *
   * @param name which
   */
  record NotLocked(String name) implements ProfileFault {
    @Override
    public String code() {
      return "PROFILE-NOT-LOCKED";
    }
  }
}
