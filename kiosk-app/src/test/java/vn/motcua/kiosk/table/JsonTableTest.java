package vn.motcua.kiosk.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

class JsonTableTest {
  private static JsonTable open(String text, String path) throws Exception {
    return JsonTable.open(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), path, TableLimits.USUAL);
  }

  private static List<TableRow> read(String text, String path) throws Exception {
    try (JsonTable table = open(text, path)) {
      List<TableRow> rows = new ArrayList<>();
      for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get());
      }
      assertThat(table.endsWhole()).isTrue();
      return rows;
    }
  }

  private static void refused(Fault fault, String text, String path) {
    assertThatThrownBy(() -> read(text, path))
        .as(text)
        .isInstanceOfSatisfying(
            FaultException.class, wrong -> assertThat(wrong.fault()).isEqualTo(fault));
  }

  @Test
  void findsTheListAndNamesWhatIsInsideByTheWayToIt() throws Exception {
    List<TableRow> rows =
        read(
            """
            {"other": [1, {"rows": 2}], "data": {"rows": [
              {"ma": "1", "chu": {"ten": "Hồ Bé", "cccd": null}, "so": 12, "t": true, "l": [1]}
            ]}, "after": {}}
            """,
            "data.rows");
    assertThat(rows)
        .containsExactly(
            new TableRow.Read(
                2, Map.of("ma", "1", "chu.ten", "Hồ Bé", "chu.cccd", "", "so", "12", "t", "true")));
  }

  @Test
  void badRowsAreNamedAndTheOthersKept() throws Exception {
    String deep = "{\"a\":".repeat(30) + "1" + "}".repeat(30);
    List<TableRow> rows =
        read(
            "[1,\n[2],\n{\"a\":1,\"a\":2},\n{\"a\":\"\\u0000\"},\n{\"a\":\""
                + "x".repeat(70_000)
                + "\"},\n"
                + deep
                + ",\n{\"a\":\"tốt\"}]",
            "");
    assertThat(rows)
        .containsExactly(
            new TableRow.Bad(1, TableRow.Why.NOT_AN_OBJECT),
            new TableRow.Bad(2, TableRow.Why.NOT_AN_OBJECT),
            new TableRow.Bad(3, TableRow.Why.NAME_TWICE),
            new TableRow.Bad(4, TableRow.Why.CHARACTERS),
            new TableRow.Bad(5, TableRow.Why.TOO_LONG),
            new TableRow.Bad(6, TableRow.Why.TOO_LONG),
            new TableRow.Read(7, Map.of("a", "tốt")));
  }

  @Test
  void whatBreaksOffOrIsNoJsonIsNamed() {
    refused(new TableFault.Empty(), "", "");
    refused(new TableFault.Heading(), "{}", "rows");
    refused(new TableFault.Heading(), "[]", "rows");
    refused(new TableFault.Heading(), "{\"rows\":{}}", "rows");
    for (String broken :
        List.of(
            "<html>",
            "[{\"a\":1}",
            "[{\"a\":",
            "[{\"a\":1}] x",
            "\u0000\u0001",
            "[{\"a\":\"" + "x".repeat(2 << 20) + "\"}]",
            "[".repeat(500))) {
      refused(new TableFault.Broken(), broken, "");
    }
    refused(new TableFault.Broken(), "{\"rows\":[{\"a\":1}]", "rows");
    refused(new TableFault.Broken(), "{\"rows\":[{\"a\":1}],\"x\":", "rows");
  }

  @Test
  void twoDocumentsInOneFileAreNotWhole() throws Exception {
    try (JsonTable table = open("[{\"a\":1}] []", "")) {
      assertThat(table.next()).isPresent();
      assertThat(table.next()).isEmpty();
      assertThat(table.endsWhole()).isFalse();
    }
  }
}
