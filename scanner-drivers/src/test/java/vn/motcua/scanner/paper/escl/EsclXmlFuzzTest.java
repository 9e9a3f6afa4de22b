package vn.motcua.scanner.paper.escl;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.fuzz.FuzzContract;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerCapabilities;

/** Any bytes as a device's document: capabilities or state. */
class EsclXmlFuzzTest extends FuzzContract {
  @Override
  protected List<String> guides() {
    return List.of("vn.motcua.scanner.paper.escl.*");
  }

  @Override
  protected void feed(byte[] input) {
    try {
      capabilities(EsclCapabilities.read(input));
    } catch (NonsenseException refused) {
      // As it should be for most.
    }
    try {
      EsclStatus status = EsclStatus.read(input);
      status.general();
      promise(status.jobs().size() <= 20_000, "more jobs than elements");
      for (boolean feeder : new boolean[] {true, false}) {
        JobEnd end = JobEnd.of(status, "/eSCL/ScanJobs/1", feeder, 1, false);
        promise(!(end instanceof JobEnd.NotYet), "patient without patience");
        promise(
            !(end instanceof JobEnd.Done) || status.feederFault().isEmpty(),
            "a fault that is taken for the end");
      }
    } catch (NonsenseException refused) {
      // As it should be for most.
    }
  }

  private static void capabilities(EsclCapabilities can) {
    ScannerCapabilities general = can.general(EsclOverride.NONE);
    promise(!general.sources().isEmpty(), "no source");
    promise(can.model().length() <= 100, "a name without end");
    promise(general.resolutions().stream().allMatch(dpi -> dpi > 0), "no resolution");
    for (PaperSource source : PaperSource.values()) {
      for (ColourMode mode : ColourMode.values()) {
        ScanSettings asked = new ScanSettings(source, mode, 300).of(ScanArea.CARD);
        Optional<String> xml = xml(can, asked);
        promise(xml.isEmpty() || can.sources().containsKey(source), "a source that it lacks");
        promise(xml.isEmpty() || wellFormed(xml.get()), "settings that are not well formed");
      }
    }
  }

  private static Optional<String> xml(EsclCapabilities can, ScanSettings asked) {
    try {
      return Optional.of(ScanTicket.of(can, asked, EsclOverride.NONE).xml());
    } catch (FaultException refused) {
      return Optional.empty();
    }
  }

  private static boolean wellFormed(String xml) {
    try {
      Xml root = Xml.parse(xml.getBytes(StandardCharsets.UTF_8));
      Xml region =
          root.child("ScanRegions").flatMap(list -> list.child("ScanRegion")).orElseThrow();
      return region.number("Width", 0) > 0 && region.number("Height", 0) > 0;
    } catch (NonsenseException e) {
      return false;
    }
  }

  @Override
  protected Map<String, byte[]> seeds() {
    Map<String, String> seeds = new LinkedHashMap<>();
    seeds.put("usual", Documents.usual());
    seeds.put("simplex", Documents.simplexOnly());
    seeds.put("reference", Documents.profilesByReference());
    seeds.put("sloppy", Documents.sloppy());
    seeds.put("uneven", Documents.unevenProfiles());
    seeds.put("pdf", Documents.pdfOnly());
    seeds.put("idle", Documents.status("Idle", "ScannerAdfEmpty", "", "", ""));
    seeds.put(
        "jam",
        Documents.status(
            "Idle", "ScannerAdfJam", "/eSCL/ScanJobs/1", "Aborted", "ResourcesAreNotReady"));
    seeds.put("nothing", "");
    seeds.put("laughs", "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>");
    seeds.put("tower", "<a>".repeat(2000));
    seeds.put("many", "<a>" + "<b/>".repeat(30_000) + "</a>");
    seeds.put(
        "huge numbers", Documents.usual().replace("2550", "999999").replace(">16<", ">999999<"));
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    seeds.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }
}
