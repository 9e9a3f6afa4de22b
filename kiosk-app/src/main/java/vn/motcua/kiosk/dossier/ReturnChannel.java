package vn.motcua.kiosk.dossier;

/** How the citizen gets the result. */
public enum ReturnChannel {
  COUNTER,
  POST,
  ELECTRONIC
}
