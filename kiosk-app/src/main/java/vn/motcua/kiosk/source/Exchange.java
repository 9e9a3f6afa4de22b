package vn.motcua.kiosk.source;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.scanner.FaultException;

/**
 * The words of {@code TraCuuHoSo}: a question and its answer, as OpenCPS v2 writes them. An answer
 * that is not wholly right is none.
 */
final class Exchange {
  private static final int MOST_LINES = 500;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Buffers that are used again would keep whoever was asked about before.
                  .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(30)
                          .maxStringLength(1 << 16)
                          .maxNameLength(200)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final HttpMapping mapping;

  Exchange(HttpMapping mapping) {
    this.mapping = mapping;
  }

  /** What is posted. */
  static String question(DossierCode code) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("service", "TraCuuHoSo");
    body.put("data", Map.of("MaHoSo", code.value()));
    body.put("isUpdating", false);
    return JSON.writeValueAsString(body);
  }

  /**
   * Reads an answer; empty if it says that there is no such dossier.
   *
   * @throws FaultException with {@link SourceFault.Kind#ANSWER}, {@link
   *     SourceFault.Kind#OTHER_DOSSIER}, {@link SourceFault.Kind#REFUSED} or {@link
   *     SourceFault.Kind#SERVER}
   */
  Optional<SourceDossier> answer(byte[] body, DossierCode asked, LocalDateTime now)
      throws FaultException {
    JsonNode all = json(body);
    JsonNode error = all.path("error_code");
    if (!all.isObject() || !(error.isString() || error.isInt())) {
      throw wrong("error_code");
    }
    String code = error.isInt() ? String.valueOf(error.intValue()) : error.stringValue().strip();
    Optional<JsonNode> result = result(all.path("result"));
    if (!code.equals("0")) {
      if (result.isPresent()) {
        throw wrong("an error with a result");
      }
      if (mapping.notKnown().contains(code)) {
        return Optional.empty();
      }
      throw new FaultException(new SourceFault(SourceFault.Kind.SERVER), "error_code");
    }
    if (result.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(dossier(result.get(), asked, now));
  }

  private static JsonNode json(byte[] body) throws FaultException {
    try {
      return JSON.readTree(body);
    } catch (JacksonException strange) {
      throw wrong("not JSON"); // its message would carry a piece of the answer
    }
  }

  /** An object, or a list of one. */
  private static Optional<JsonNode> result(JsonNode result) throws FaultException {
    if (result.isMissingNode() || result.isNull() || result.isContainer() && result.isEmpty()) {
      return Optional.empty();
    }
    if (result.isObject()) {
      return Optional.of(result);
    }
    if (result.isArray() && result.size() == 1 && result.get(0).isObject()) {
      return Optional.of(result.get(0));
    }
    throw wrong("result");
  }

  private SourceDossier dossier(JsonNode result, DossierCode asked, LocalDateTime now)
      throws FaultException {
    try {
      String code = text(result, mapping.fields().getOrDefault(SourceField.CODE, ""));
      if (!DossierCode.read(code).equals(Optional.of(asked))) {
        throw new FaultException(new SourceFault(SourceFault.Kind.OTHER_DOSSIER));
      }
      List<SourceDossier.Line> lines = lines(result.path(mapping.progress()));
      Map<SourceField, String> texts = new LinkedHashMap<>();
      for (Map.Entry<SourceField, String> each : mapping.fields().entrySet()) {
        texts.put(each.getKey(), text(result, each.getValue()));
      }
      return mapping.reader().read(field -> texts.getOrDefault(field, ""), lines, now);
    } catch (RowReader.BadRow bad) {
      throw wrong(String.valueOf(bad.getMessage()));
    }
  }

  private List<SourceDossier.Line> lines(JsonNode list) throws RowReader.BadRow, FaultException {
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray() || list.size() > MOST_LINES) {
      throw wrong("progress");
    }
    List<SourceDossier.Line> lines = new ArrayList<>();
    for (JsonNode each : list) {
      lines.add(
          mapping
              .reader()
              .line(
                  text(each, "NguoiXuLy"),
                  text(each, "ThoiDiemXuLy"),
                  text(each, "NoiDungXuLy"),
                  text(each, "TrangThai")));
    }
    lines.sort(java.util.Comparator.comparing(SourceDossier.Line::at));
    return lines;
  }

  private static String text(JsonNode object, String name) throws RowReader.BadRow {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isString() && !value.isIntegralNumber()) {
      throw new RowReader.BadRow(name);
    }
    return value.asString();
  }

  private static FaultException wrong(String where) {
    return new FaultException(new SourceFault(SourceFault.Kind.ANSWER), where);
  }
}
