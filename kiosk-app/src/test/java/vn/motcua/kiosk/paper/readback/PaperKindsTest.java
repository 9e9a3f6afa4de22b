package vn.motcua.kiosk.paper.readback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data files, ours and a technician's. */
class PaperKindsTest {
  private static final String OWN =
      """
      {"id": "don-xin-nuoc", "version": "2026-11-25", "name": "Đơn xin đấu nối nước", "nameEn": "Water",
       "titles": ["Đơn xin đấu nối nước sạch"], "begins": "applicant",
       "fields": [{"field": "applicant.name", "kind": "name", "labels": ["Tên chủ hộ"]},
                  {"field": "meter.read", "kind": "date", "labels": ["Ngày đọc đồng hồ"]}],
       "stops": ["Mã khách hàng"]}
      """;

  @TempDir private Path folder;

  @Test
  void theShippedOnesAreSevenAndTheGenericOne() {
    assertEquals(8, PaperKinds.shipped().all().size());
  }

  @Test
  void aTechnicianAddsAPaperWithoutUs() throws Exception {
    Files.writeString(folder.resolve("nuoc.json"), OWN);
    PaperReader reader = new PaperReader(PaperKinds.shippedAnd(folder), CalibrationTest.CLOCK);
    ReadBack read =
        reader.read(
            List.of(
                Line.page(
                    "ĐƠN XIN ĐẤU NỐI NƯỚC SẠCH",
                    "Tên chủ hộ: Lê Thị An   Mã khách hàng: 12",
                    "Ngày đọc đồng hồ: 03/04/2026")));
    assertEquals("don-xin-nuoc", read.papers().getFirst().kind());
    assertEquals("Lê Thị An", read.best("applicant.name").orElseThrow().value());
    assertEquals("2026-04-03", read.best("meter.read").orElseThrow().value());
  }

  @Test
  void whatIsWrongWithAFileIsNamed() throws Exception {
    for (String bad :
        List.of(
            "{",
            "[]",
            OWN.replace("2026-11-25", "today"),
            OWN.replace("\"date\"", "\"religion\""),
            OWN.replace("[\"Tên chủ hộ\"]", "[]"),
            OWN.replace("[\"Tên chủ hộ\"]", "[\"?\"]"),
            OWN.replace("\"id\": \"don-xin-nuoc\",", ""))) {
      Files.writeString(folder.resolve("nuoc.json"), bad);
      String said =
          String.valueOf(
              assertThrows(IllegalArgumentException.class, () -> PaperKinds.shippedAnd(folder))
                  .getMessage());
      assertTrue(said.startsWith("nuoc.json: "), said);
    }
  }

  @Test
  void withoutTheGenericKindThereIsNoReading() {
    assertThrows(IllegalArgumentException.class, () -> new PaperKinds(List.of()));
  }
}
