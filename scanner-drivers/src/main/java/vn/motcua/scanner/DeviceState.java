package vn.motcua.scanner;

/** What a device is good for at this moment. */
public enum DeviceState {
  /** It answers and can be used. */
  READY,
  /** It answers, somebody else or another job is using it. */
  BUSY,
  /** It answers, and a person must do something first (paper jam, cover open). */
  ATTENTION,
  /** It does not answer. */
  OFFLINE
}
