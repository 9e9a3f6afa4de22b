package vn.motcua.scanner.paper.escl;

import java.util.List;

/**
 * Documents as scanners of different makers write them; invented, after what they have in common.
 */
final class Documents {
  private static final String NAMESPACES =
      " xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\""
          + " xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\"";

  private Documents() {}

  private static String resolutions(List<Integer> dpi) {
    StringBuilder text = new StringBuilder("<scan:SupportedResolutions><scan:DiscreteResolutions>");
    for (int each : dpi) {
      text.append("<scan:DiscreteResolution><scan:XResolution>").append(each);
      text.append("</scan:XResolution><scan:YResolution>").append(each);
      text.append("</scan:YResolution></scan:DiscreteResolution>");
    }
    return text + "</scan:DiscreteResolutions></scan:SupportedResolutions>";
  }

  private static String profile(
      String attribute, String modes, String formats, String resolutions) {
    return "<scan:SettingProfile"
        + attribute
        + "><scan:ColorModes>"
        + modes
        + "</scan:ColorModes><scan:DocumentFormats>"
        + formats
        + "</scan:DocumentFormats>"
        + resolutions
        + "</scan:SettingProfile>";
  }

  private static String modes(String... modes) {
    return "<scan:ColorMode>"
        + String.join("</scan:ColorMode><scan:ColorMode>", modes)
        + "</scan:ColorMode>";
  }

  private static String caps(String name, int width, int height, String profiles) {
    return "<scan:"
        + name
        + "><scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>"
        + width
        + "</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>"
        + height
        + "</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions><scan:SettingProfiles>"
        + profiles
        + "</scan:SettingProfiles><scan:SupportedIntents><scan:Intent>Document"
        + "</scan:Intent><scan:Intent>Photo</scan:Intent></scan:SupportedIntents></scan:"
        + name
        + ">";
  }

  static String document(String head, String inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scan:ScannerCapabilities"
        + NAMESPACES
        + ">"
        + head
        + inside
        + "</scan:ScannerCapabilities>";
  }

  static String head(String version, String model) {
    return "<pwg:Version>"
        + version
        + "</pwg:Version><pwg:MakeAndModel>"
        + model
        + "</pwg:MakeAndModel><pwg:SerialNumber>VN0001</pwg:SerialNumber>"
        + "<scan:UUID>4509a320-00a0-008f-00b6-00559a327d32</scan:UUID>";
  }

  /** Glass and a feeder for both sides, everything in one profile. */
  static String usual() {
    return usual("Máy quét thử");
  }

  static String usual(String model) {
    String profile =
        profile(
            "",
            modes("BlackAndWhite1", "Grayscale8", "RGB24"),
            "<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
                + "<pwg:DocumentFormat>application/pdf</pwg:DocumentFormat>"
                + "<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>",
            resolutions(List.of(50, 100, 200, 300, 600)));
    return document(
        head("2.63", model),
        "<scan:Platen>"
            + caps("PlatenInputCaps", 2550, 3508, profile)
            + "</scan:Platen><scan:Adf>"
            + caps("AdfSimplexInputCaps", 2550, 4200, profile)
            + caps("AdfDuplexInputCaps", 2550, 4200, profile)
            + "<scan:FeederCapacity>50</scan:FeederCapacity><scan:AdfOptions>"
            + "<scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions></scan:Adf>");
  }

  /** A feeder for one side. */
  static String simplexOnly() {
    String profile = profile("", modes("RGB24"), "", resolutions(List.of(300)));
    return document(
        head("2.0", "Một mặt"),
        "<scan:Adf>" + caps("AdfSimplexInputCaps", 2550, 4200, profile) + "</scan:Adf>");
  }

  /** Profiles stand apart and are pointed at; prefixes that nobody else uses; a range to choose. */
  static String profilesByReference() {
    return "\ufeff<e:ScannerCapabilities xmlns:e=\"http://schemas.hp.com/imaging/escl/2011/05/03\""
        + " xmlns:p=\"http://www.pwg.org/schemas/2010/12/sm\"><p:Version>2.1</p:Version>"
        + "<p:MakeAndModel>  Làng\n Nghề  9000 </p:MakeAndModel><e:SettingProfiles>"
        + "<e:SettingProfile name=\"một\"><e:ColorModes><e:ColorMode>RGB24</e:ColorMode>"
        + "</e:ColorModes><e:DocumentFormats><p:DocumentFormat>image/jpeg</p:DocumentFormat>"
        + "</e:DocumentFormats><e:SupportedResolutions><e:ResolutionRange><e:XResolutionRange>"
        + "<e:Min>75</e:Min><e:Max>600</e:Max><e:Normal>300</e:Normal><e:Step>25</e:Step>"
        + "</e:XResolutionRange><e:YResolutionRange><e:Min>75</e:Min><e:Max>1200</e:Max>"
        + "<e:Normal>300</e:Normal><e:Step>25</e:Step></e:YResolutionRange></e:ResolutionRange>"
        + "</e:SupportedResolutions></e:SettingProfile></e:SettingProfiles><e:Platen>"
        + "<e:PlatenInputCaps><e:MaxWidth>2551</e:MaxWidth><e:MaxHeight>3508</e:MaxHeight>"
        + "<e:SettingProfiles><e:SettingProfile ref=\"một\"/></e:SettingProfiles>"
        + "</e:PlatenInputCaps></e:Platen></e:ScannerCapabilities>";
  }

  /** Undeclared prefixes, blank lines before the declaration, a comment, a range by other names. */
  static String sloppy() {
    return "\r\n\n<?xml version='1.0'?><!-- made by firmware --><scan:ScannerCapabilities>"
        + "<pwg:Version>abc</pwg:Version><scan:Platen><scan:PlatenInputCaps><scan:MaxWidth>2480"
        + "</scan:MaxWidth><scan:MaxHeight>x</scan:MaxHeight><scan:SettingProfiles>"
        + "<scan:SettingProfile><scan:SupportedResolutions><scan:ResolutionRange>"
        + "<scan:XResolution><scan:Min>100</scan:Min><scan:Max>300</scan:Max></scan:XResolution>"
        + "</scan:ResolutionRange></scan:SupportedResolutions></scan:SettingProfile>"
        + "</scan:SettingProfiles></scan:PlatenInputCaps></scan:Platen>"
        + "</scan:ScannerCapabilities>\0\0";
  }

  /** Colour only up to 300, grey up to 600, one bit as TIFF; quality can be chosen. */
  static String unevenProfiles() {
    String jpeg = "<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>";
    String tiff = "<pwg:DocumentFormat>image/tiff</pwg:DocumentFormat>";
    return document(
        head("2.5", "Ba chế độ"),
        "<scan:Platen>"
            + caps(
                "PlatenInputCaps",
                2550,
                3508,
                profile("", modes("RGB24"), jpeg, resolutions(List.of(100, 300)))
                    + profile("", modes("Grayscale8"), jpeg, resolutions(List.of(100, 600)))
                    + profile("", modes("BlackAndWhite1"), tiff, resolutions(List.of(200))))
            + "</scan:Platen><scan:CompressionFactorSupport><scan:Min>10</scan:Min><scan:Max>110"
            + "</scan:Max><scan:Normal>30</scan:Normal><scan:Step>5</scan:Step>"
            + "</scan:CompressionFactorSupport>");
  }

  /** Gives colour as PDF only. */
  static String pdfOnly() {
    return document(
        head("2.0", "Chỉ PDF"),
        "<scan:Platen>"
            + caps(
                "PlatenInputCaps",
                2550,
                3508,
                profile(
                    "",
                    modes("RGB24"),
                    "<pwg:DocumentFormat>application/pdf</pwg:DocumentFormat>",
                    resolutions(List.of(300))))
            + "</scan:Platen>");
  }

  static String status(String state, String adf, String uri, String jobState, String reason) {
    String job =
        jobState.isEmpty()
            ? ""
            : "<scan:Jobs><scan:JobInfo><pwg:JobUri>"
                + uri
                + "</pwg:JobUri><pwg:JobUuid>urn:uuid:1"
                + "</pwg:JobUuid><scan:Age>2</scan:Age><pwg:ImagesCompleted>1</pwg:ImagesCompleted>"
                + "<pwg:ImagesToTransfer>1</pwg:ImagesToTransfer><pwg:JobState>"
                + jobState
                + "</pwg:JobState><pwg:JobStateReasons><pwg:JobStateReason>"
                + reason
                + "</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo><scan:JobInfo>"
                + "<pwg:JobUri>/eSCL/ScanJobs/old</pwg:JobUri><pwg:JobState>Aborted</pwg:JobState>"
                + "</scan:JobInfo></scan:Jobs>";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scan:ScannerStatus"
        + NAMESPACES
        + "><pwg:Version>2.63</pwg:Version><pwg:State>"
        + state
        + "</pwg:State><scan:AdfState>"
        + adf
        + "</scan:AdfState>"
        + job
        + "</scan:ScannerStatus>";
  }
}
