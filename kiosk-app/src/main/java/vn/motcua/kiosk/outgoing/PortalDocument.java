package vn.motcua.kiosk.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message to a portal, as the national exchange has it: {@code {service, data, isUpdating}}.
 *
 * @param service {@link #DOSSIERS} or {@link #PROGRESS}
 * @param data its objects, see {@link PortalShape}
 * @param updating whether the receiver should know them already
 */
public record PortalDocument(String service, List<Map<String, Object>> data, boolean updating) {
  /** Dossiers as they stand. */
  public static final String DOSSIERS = "DongBoHoSoMC";

  /** What happened to them. */
  public static final String PROGRESS = "CapNhatTienDoHoSoMC";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public PortalDocument {
    data = List.copyOf(data);
  }

  /** As JSON, UTF-8; truth is written {@code "True"} or {@code "False"} there. */
  public byte[] bytes() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("service", service);
    root.put("isUpdating", updating ? "True" : "False");
    root.put("data", new ArrayList<>(data));
    return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
