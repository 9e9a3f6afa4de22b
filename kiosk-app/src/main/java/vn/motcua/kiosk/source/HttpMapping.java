package vn.motcua.kiosk.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.motcua.scanner.FaultException;

/**
 * How to speak to a service of the OpenCPS v2 kind; every entry has a usual value.
 *
 * @param tokenHeader the header that carries the key; empty = none
 * @param tokenFile name of the file with the key, in the folder {@code keys}
 * @param connect time to connect
 * @param total time for a whole question, retry included
 * @param mostBytes of an answer
 * @param notKnown error codes that mean "no such dossier"
 * @param fields names of the fields of a result
 * @param progress name of the list of what was done
 * @param proofs what opens a dossier beside the owner's card
 * @param reader makes dossiers of results
 */
record HttpMapping(
    String tokenHeader,
    String tokenFile,
    Duration connect,
    Duration total,
    int mostBytes,
    List<String> notKnown,
    Map<SourceField, String> fields,
    String progress,
    List<Proof> proofs,
    RowReader reader) {
  private static final Set<String> NAMES =
      Set.of(
          "tokenHeader",
          "tokenFile",
          "connectSeconds",
          "totalSeconds",
          "maxKilobytes",
          "notKnown",
          "fields",
          "progress",
          "dates",
          "statuses",
          "stages",
          "proofs");

  /** As seen in OpenCPS v2. */
  private static final Map<SourceField, String> USUAL =
      Map.of(
          SourceField.CODE, "MaHoSo",
          SourceField.PROCEDURE_CODE, "MaTTHC",
          SourceField.PROCEDURE_NAME, "TenTTHC",
          SourceField.OWNER, "ChuHoSo",
          SourceField.OWNER_NUMBER, "SoGiayTo",
          SourceField.OWNER_PHONE, "SoDienThoai",
          SourceField.RECEIVED, "NgayTiepNhan",
          SourceField.DUE, "NgayHenTra",
          SourceField.STATUS, "TrangThaiHoSo",
          SourceField.HOLDER, "DonViXuLy");

  HttpMapping {
    notKnown = List.copyOf(notKnown);
    fields = Map.copyOf(fields);
    proofs = List.copyOf(proofs);
  }

  /**
   * @throws FaultException with {@link SourceFault.Kind#MAPPING}
   */
  static HttpMapping read(Path file) throws FaultException {
    return MappingJson.read(file, NAMES, HttpMapping::of);
  }

  private static HttpMapping of(JsonNode all) {
    Map<SourceField, String> fields = new java.util.EnumMap<>(USUAL);
    fields.putAll(MappingJson.columns(all, "fields"));
    List<String> notKnown = MappingJson.texts(all, "notKnown");
    if (notKnown.contains("0")) {
      throw new IllegalArgumentException("notKnown: 0 means that all went well");
    }
    String tokenFile = MappingJson.text(all, "tokenFile", "");
    String header =
        MappingJson.text(all, "tokenHeader", tokenFile.isEmpty() ? "" : "Authorization");
    if (tokenFile.isEmpty() != header.isEmpty() || !header.matches("[A-Za-z0-9-]{0,64}")) {
      throw new IllegalArgumentException("tokenHeader and tokenFile");
    }
    if (!tokenFile.isEmpty() && !tokenFile.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException("tokenFile: a plain name in the folder keys");
    }
    return new HttpMapping(
        header,
        tokenFile,
        Duration.ofSeconds(MappingJson.whole(all, "connectSeconds", 1, 10, 2)),
        Duration.ofSeconds(MappingJson.whole(all, "totalSeconds", 1, 10, 4)),
        MappingJson.whole(all, "maxKilobytes", 1, 4096, 256) << 10,
        notKnown,
        fields,
        MappingJson.text(all, "progress", "TienTrinh"),
        MappingJson.proofs(all, fields.keySet()),
        new RowReader(MappingJson.dates(all), MappingJson.statuses(all), MappingJson.stages(all)));
  }
}
