package vn.motcua.kiosk.source;

import java.util.Arrays;
import java.util.Optional;

/** What a column can say of a dossier; the words stand in mapping files. */
public enum SourceField {
  CODE("code"),
  STATUS("status"),
  PROCEDURE_CODE("procedureCode"),
  PROCEDURE_NAME("procedureName"),
  OWNER("owner"),
  OWNER_NUMBER("ownerNumber"),
  OWNER_PHONE("ownerPhone"),
  SECRET("secret"),
  RECEIVED("received"),
  DUE("due"),
  STAGE("stage"),
  HOLDER("holder"),
  NOTE("note"),
  FEE("fee"),
  /** When the row was true; else the time of the file. */
  AS_OF("asOf"),
  /** The newest thing that was done: when. */
  PROGRESS_AT("progressAt"),
  /** The newest thing that was done: what. */
  PROGRESS("progress");

  private final String word;

  SourceField(String word) {
    this.word = word;
  }

  /** As it stands in a mapping. */
  public String word() {
    return word;
  }

  /** The field of that word. */
  public static Optional<SourceField> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}
