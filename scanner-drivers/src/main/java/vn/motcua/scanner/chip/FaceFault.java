package vn.motcua.scanner.chip;

import vn.motcua.scanner.Fault;

/**
 * Why a face cannot be shown. The card's other data are not touched by it. The sentences stand in
 * {@code faults.properties}.
 */
public sealed interface FaceFault extends Fault {
  /** More bytes, pixels, scans, tiles or layers than a portrait ever has. */
  record TooLarge() implements FaceFault {
    @Override
    public String code() {
      return "CHIP-FACE-LARGE";
    }
  }

  /** Not decoded within the time that it may take. */
  record TooSlow() implements FaceFault {
    @Override
    public String code() {
      return "CHIP-FACE-SLOW";
    }
  }

  /** The encoded picture breaks the rules of its format. */
  record Damaged() implements FaceFault {
    @Override
    public String code() {
      return "CHIP-FACE-DAMAGED";
    }
  }

  /** Neither JPEG nor JPEG 2000, or a variety of them that no identity card uses. */
  record OtherKind() implements FaceFault {
    @Override
    public String code() {
      return "CHIP-FACE-KIND";
    }
  }

  /** Earlier pictures still hold the decoder up, so this one was not begun. */
  record Busy() implements FaceFault {
    @Override
    public String code() {
      return "CHIP-FACE-BUSY";
    }
  }
}
