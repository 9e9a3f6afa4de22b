package vn.motcua.kiosk.oldsystem;

import java.util.Arrays;
import java.util.Optional;

/** What a column of an older system can be. */
public enum OldField {
  CODE("code"),
  PROCEDURE("procedure"),
  PROCEDURE_NAME("procedureName"),
  OWNER_NAME("ownerName"),
  OWNER_NUMBER("ownerNumber"),
  OWNER_PHONE("ownerPhone"),
  OWNER_ADDRESS("ownerAddress"),
  OWNER_BIRTH("ownerBirth"),
  SUBMITTER_NAME("submitterName"),
  SUBMITTER_NUMBER("submitterNumber"),
  SUBMITTER_PHONE("submitterPhone"),
  SUBMITTER_ADDRESS("submitterAddress"),
  SUBMITTER_BIRTH("submitterBirth"),
  RECEIVED("received"),
  DUE("due"),
  STATUS("status"),
  STAGE("stage"),
  UNIT("unit"),
  HOLDER("holder"),
  SINCE("since"),
  RESULT_DATE("resultDate"),
  FEE("fee"),
  NOTES("notes");

  private final String key;

  OldField(String key) {
    this.key = key;
  }

  /** What it is called in a mapping and in a report. */
  public String key() {
    return key;
  }

  static Optional<OldField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }
}
