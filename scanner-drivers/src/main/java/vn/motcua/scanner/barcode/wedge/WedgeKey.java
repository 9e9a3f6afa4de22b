package vn.motcua.scanner.barcode.wedge;

/** What a key does, as far as a scan is concerned. */
public enum WedgeKey {
  /** It types a character: letters, digits, signs, the space bar, the number pad. */
  TEXT,
  /** Enter or Tab. */
  END,
  /** Shift, Caps Lock, AltGr: types nothing by itself. */
  MODIFIER,
  /** Anything else: arrows, function keys, Backspace, every key held with Ctrl, Alt or Meta. */
  OTHER
}
