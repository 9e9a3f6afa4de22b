package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.forms.receipt.SiteSigner;
import vn.motcua.kiosk.outgoing.Manifest;
import vn.motcua.kiosk.outgoing.PackageName;
import vn.motcua.kiosk.outgoing.PackageWriter;
import vn.motcua.kiosk.outgoing.PackagedFile;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.PackageContent;
import vn.motcua.kiosk.store.PackageRow;
import vn.motcua.scanner.FaultException;

/** Makes the ZIP of a package. What is sealed is opened one file at a time. */
final class PackageMaker {
  private final DossierStore store;
  private final DataFolder folder;
  private final SiteSigner signer;
  private final String program;
  private final String agency;

  PackageMaker(
      DossierStore store, DataFolder folder, SiteSigner signer, String program, String agency) {
    this.store = store;
    this.folder = folder;
    this.signer = signer;
    this.program = program;
    this.agency = agency;
  }

  /** Writes the whole ZIP; closing {@code out} is the caller's. */
  void make(PackageRow row, PackageName name, PackageContent content, OutputStream out)
      throws IOException, FaultException {
    // Not closed: that would close what is under it before it is forced to the disk.
    PackageWriter zip = new PackageWriter(out, row.ordered());
    List<PackagedFile> files = new ArrayList<>();
    Map<String, Long> kept = new LinkedHashMap<>();
    for (KeptFile file : content.files()) {
      if (leaves(file.kind())) {
        files.add(add(zip, content, file, files.size() + 1));
      } else {
        kept.merge(file.kind().name(), 1L, Long::sum);
      }
    }
    byte[] manifest =
        new Manifest(
                name,
                content.site(),
                agency,
                program,
                row.ordered(),
                content.after(),
                content.upTo(),
                content.dossier(),
                content.events(),
                files,
                kept)
            .bytes();
    zip.add(PackageWriter.MANIFEST, manifest);
    zip.add(PackageWriter.SIGNATURE, signature(manifest));
    zip.finish();
  }

  /**
   * The receipt bears the citizen's secret, and pages that were taken out belong to no document:
   * neither is anybody's outside.
   */
  private static boolean leaves(KeptFile.Kind kind) {
    return switch (kind) {
      case ARCHIVE, FORM, RESULT -> true;
      case RECEIPT, REMOVED_PAGE, PAGE_LOG -> false;
    };
  }

  private PackagedFile add(PackageWriter zip, PackageContent content, KeptFile file, int number)
      throws IOException, FaultException {
    Path plain = folder.temporary().resolve("package-" + UUID.randomUUID());
    try {
      store.blobs().open(file.blob(), content.dossier().code(), plain);
      String name = PackagedFile.name(content.dossier().code(), number, what(file));
      try (InputStream in = Files.newInputStream(plain)) {
        return zip.add(name, file.kind().name(), file.paper(), in);
      }
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private static String what(KeptFile file) {
    if (!file.paper().isEmpty()) {
      return file.paper();
    }
    return switch (file.kind()) {
      case RESULT -> "Kết quả";
      case FORM -> "Mẫu đơn";
      default -> "Hồ sơ";
    };
  }

  private byte[] signature(byte[] manifest) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("algorithm", "Ed25519");
    json.put("signed", PackageWriter.MANIFEST);
    json.put("publicKey", signer.key().pem(agency));
    json.put("signature", Base64.getEncoder().encodeToString(signer.sign(manifest)));
    return JsonMapper.shared().writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
  }
}
