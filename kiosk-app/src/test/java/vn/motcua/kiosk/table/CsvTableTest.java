package vn.motcua.kiosk.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.FaultException;

class CsvTableTest {
  private static final Set<String> NEEDED = Set.of("ma", "ten");

  private static CsvTable open(byte[] bytes, Charset encoding) throws Exception {
    return CsvTable.open(new ByteArrayInputStream(bytes), encoding, ',', NEEDED, TableLimits.USUAL);
  }

  private static List<TableRow> read(String text) throws Exception {
    try (CsvTable table = open(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)) {
      return all(table);
    }
  }

  private static List<TableRow> all(TableReader table) throws IOException, FaultException {
    List<TableRow> rows = new ArrayList<>();
    for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
      rows.add(row.get());
    }
    return rows;
  }

  private static String name(TableRow row) {
    return ((TableRow.Read) row).cell("ten");
  }

  @Test
  void readsQuotesSeparatorsAndLineEndsInsideOfCells() throws Exception {
    List<TableRow> rows = read("ma,ten\r\n1,\"Hồ \"\"Bé\"\", xã\r\nSơn\"\r\n\r\n2,Y\n3,Z");
    assertThat(rows).extracting(TableRow::line).containsExactly(2L, 5L, 6L);
    assertThat(rows)
        .extracting(CsvTableTest::name)
        .containsExactly("Hồ \"Bé\", xã\r\nSơn", "Y", "Z");
  }

  @Test
  void badRowsAreNamedAndTheOthersKept() throws Exception {
    List<TableRow> rows = read("ma,ten\n1,a,x\n2\n3,\"a\"b\n4,\u0000\n5,\u001b[2J\n6,tốt\n");
    assertThat(rows)
        .containsExactly(
            new TableRow.Bad(2, TableRow.Why.COLUMNS),
            new TableRow.Bad(3, TableRow.Why.COLUMNS),
            new TableRow.Bad(4, TableRow.Why.QUOTE),
            new TableRow.Bad(5, TableRow.Why.CHARACTERS),
            new TableRow.Bad(6, TableRow.Why.CHARACTERS),
            rows.getLast());
    assertThat(name(rows.getLast())).isEqualTo("tốt");
  }

  @Test
  void bytesThatAreNoTextSpoilTheirRowAlone() throws Exception {
    byte[] bytes = "ma,ten\n1,\u00e1\n2,b\n".getBytes(StandardCharsets.ISO_8859_1);
    try (CsvTable table = open(bytes, StandardCharsets.UTF_8)) {
      List<TableRow> rows = all(table);
      assertThat(rows.getFirst()).isEqualTo(new TableRow.Bad(2, TableRow.Why.CHARACTERS));
      assertThat(name(rows.getLast())).isEqualTo("b");
    }
  }

  @Test
  void accentsOfAHeadingMayBeWrittenApart() throws Exception {
    String apart = Normalizer.normalize("Mã hồ sơ", Normalizer.Form.NFD);
    try (CsvTable table =
        CsvTable.open(
            new ByteArrayInputStream((apart + ",x\n7,8\n").getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8,
            ',',
            Set.of("Mã hồ sơ"),
            TableLimits.USUAL)) {
      TableRow.Read row = (TableRow.Read) table.next().orElseThrow();
      assertThat(row.cell("Mã hồ sơ")).isEqualTo("7");
      assertThat(row.cell(apart)).isEqualTo("7");
    }
  }

  @Test
  void aMarkAtTheBeginningIsLeftOut() throws Exception {
    for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      try (CsvTable table = open("\ufeffma,ten\n1,Ơ\n".getBytes(encoding), encoding)) {
        assertThat(table.heading()).containsExactly("ma", "ten");
        assertThat(name(all(table).getFirst())).isEqualTo("Ơ");
      }
    }
  }

  /** A name of 100 lines must not slip in a row of its own. */
  @Test
  void nothingInsideQuotationMarksIsEverARow() throws Exception {
    String forged = "x\n9,giả\n".repeat(30_000);
    List<TableRow> rows = read("ma,ten\n1,\"" + forged + "\"\n2,thật\n");
    assertThat(rows.getFirst()).isEqualTo(new TableRow.Bad(2, TableRow.Why.TOO_LONG));
    assertThat(rows).hasSize(2);
    assertThat(name(rows.getLast())).isEqualTo("thật");
  }

  @Test
  void aLineOfTenMegabytesIsPassedByWithoutBeingHeld() throws Exception {
    List<TableRow> rows = read("ma,ten\n1," + "a".repeat(10_000_000) + "\n2,b\n");
    assertThat(rows.getFirst()).isEqualTo(new TableRow.Bad(2, TableRow.Why.TOO_LONG));
    assertThat(name(rows.getLast())).isEqualTo("b");
  }

  @Test
  void saysWhetherTheEndIsThere() throws Exception {
    for (String whole : List.of("ma,ten\n1,a\n", "ma,ten\r\n1,\"a\nb\"\r\n", "ma,ten\r1,a\r")) {
      try (CsvTable table = open(whole.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)) {
        all(table);
        assertThat(table.endsWhole()).as(whole).isTrue();
      }
    }
    for (String half : List.of("ma,ten\n1,a", "ma,ten\n1,\"a\n", "ma,ten\n1,\"a\n2,b\n")) {
      try (CsvTable table = open(half.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)) {
        all(table);
        assertThat(table.endsWhole()).as(half).isFalse();
      }
    }
  }

  @Test
  void aHeadingThatLacksOrDoublesAColumnIsRefused() {
    for (String heading : List.of("ma;ten\n", "ma\n1\n", "ma,ten,ten\n", "\"ma\"x,ten\n")) {
      assertThatThrownBy(() -> read(heading))
          .isInstanceOfSatisfying(
              FaultException.class,
              wrong -> assertThat(wrong.fault()).isEqualTo(new TableFault.Heading()));
    }
    assertThatThrownBy(() -> read("\n\n"))
        .isInstanceOfSatisfying(
            FaultException.class,
            wrong -> assertThat(wrong.fault()).isEqualTo(new TableFault.Empty()));
  }

  /** Whatever the bytes: it ends, rows have the shape of the heading, and lines never go back. */
  @Test
  void randomBytesNeverBreakTheReader() throws Exception {
    Random random = new Random(7);
    String letters = "\"\"\",,\n\n\r ab\u0000é";
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder("ma,ten\n");
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(3); i > 0 && bytes.length > 8; i--) {
        bytes[7 + random.nextInt(bytes.length - 7)] = (byte) random.nextInt();
      }
      long line = 1;
      try (CsvTable table = open(bytes, StandardCharsets.UTF_8)) {
        for (TableRow row : all(table)) {
          assertThat(row.line()).isGreaterThan(line);
          line = row.line();
          if (row instanceof TableRow.Read(long _, var cells)) {
            assertThat(cells.keySet()).isEqualTo(NEEDED);
          }
        }
      }
    }
  }

  @Test
  void closingTheTableClosesTheFile() throws Exception {
    boolean[] closed = new boolean[1];
    InputStream bytes =
        new ByteArrayInputStream("ma,ten\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    CsvTable.open(bytes, StandardCharsets.UTF_8, ',', NEEDED, TableLimits.USUAL).close();
    assertThat(closed[0]).isTrue();
  }
}
