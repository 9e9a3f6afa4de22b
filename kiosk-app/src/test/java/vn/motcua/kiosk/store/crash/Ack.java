package vn.motcua.kiosk.store.crash;

import java.util.ArrayList;
import java.util.List;

/** What the store has acknowledged: a promise that no crash may break. */
enum Ack {
  /** The store is open. Fields: folder. */
  OPENED,
  /** A code is reserved. Fields: code. */
  CODE,
  /** A file is kept. Fields: code, hash of the sealed file, bytes, hash of the plain one. */
  BLOB,
  /** A dossier is received. Fields: code, applicant, hash of its file. */
  DOSSIER,
  /** Something happened to it. Fields: code, number, status. */
  EVENT,
  /** It was handed over. Fields: code, number. */
  CUSTODY,
  /** The receiver has counted. Fields: code, number. */
  COUNTED,
  /** Somebody looked. Fields: code, reason. */
  VIEWED,
  /** Money was asked for. Fields: code, amount. */
  ASKED,
  /** It is there. Fields: code, what the bank calls it. */
  PAID,
  /** A form was made. Fields: code, number. */
  FORM,
  /** It is to be printed. Fields: token. */
  PRINT,
  /** The printer has it. Fields: token. */
  SENT,
  /** Serial numbers were set aside. Fields: first, last. */
  GRANT,
  /** Settings are written. Fields: version. */
  SETTINGS,
  /** From now on what has ended may be erased. */
  ERASING,
  /** There is a backup beside the data. Fields: its hash. */
  BACKUP,
  /** It was restored beside the data. */
  RESTORED,
  /** What there was of a dossier is gone. Fields: code, hash of its file. */
  ERASED;

  private static final String START = "ack\t";

  /** What was said, taken apart. */
  record Said(Ack what, List<String> fields) {
    String field(int index) {
      return fields.get(index);
    }

    int number(int index) {
      return Integer.parseInt(fields.get(index));
    }
  }

  String line(Object... fields) {
    StringBuilder line = new StringBuilder(START).append(name());
    for (Object field : fields) {
      line.append('\t').append(field);
    }
    return line.toString();
  }

  /** The acknowledgements among lines, in their order. */
  static List<Said> read(List<String> lines) {
    List<Said> said = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(START)) {
        List<String> fields = List.of(line.strip().split("\t"));
        said.add(new Said(valueOf(fields.get(1)), fields.subList(2, fields.size())));
      }
    }
    return said;
  }
}
