package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is filled into a form: texts by name, and tables by name. Names that a template does not use
 * do no harm; names that are missing are empty.
 *
 * @param values texts; {@code code} goes into the Code 128, {@code qr} into the QR
 * @param tables rows of texts
 */
public record FormData(Map<String, String> values, Map<String, List<Map<String, String>>> tables) {
  public FormData {
    values = Map.copyOf(values);
    Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
    tables.forEach((name, rows) -> {
      List<Map<String, String>> copies = new ArrayList<>();
      rows.forEach(row -> copies.add(Map.copyOf(row)));
      all.put(name, List.copyOf(copies));
    });
    tables = Map.copyOf(all);
  }

  /** The same with one value more, or another one. */
  public FormData with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new FormData(more, tables);
  }

  String value(String name) {
    return Typesetting.clean(values.getOrDefault(name, ""));
  }

  List<Map<String, String>> rows(String name) {
    return tables.getOrDefault(name, List.of());
  }

  /** Never the data themselves: this may land in a log. */
  @Override
  public String toString() {
    return "FormData[…]";
  }
}
