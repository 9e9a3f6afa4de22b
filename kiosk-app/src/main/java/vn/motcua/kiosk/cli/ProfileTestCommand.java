package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.kiosk.desk.KeptProfile;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.paper.PageImages;

/** {@code profile test NAME --out PICTURE}: one page by it. */
@Command(name = "test", description = "Scans one page by a profile into a picture file.")
final class ProfileTestCommand extends ProfileCommand.Part {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "which profile")
  private String name = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the picture")
  private Path out = Path.of("test.jpg");

  ProfileTestCommand(PrintStream out, FaultSentences sentences, Tools tools) {
    super(out, sentences, tools);
  }

  @Override
  Reply answer() throws FaultException {
    OutFile.check(spec, "--out", out, List.of());
    KeptProfile kept = profiles().find(name);
    Path page = tools().profiles().test(kept.profile(), new Cancellation());
    try {
      PageImages.Facts facts = PageImages.check(Files.readAllBytes(page));
      Files.move(page, out, StandardCopyOption.REPLACE_EXISTING);
      Map<String, Object> json = Reply.object();
      json.put("profile", kept.profile().name());
      json.put("file", out.toAbsolutePath().toString());
      json.put("format", facts.format().name());
      json.put("width", facts.width());
      json.put("height", facts.height());
      return new Reply(json, out + ": " + facts.width() + " x " + facts.height() + " pixels");
    } catch (IOException trouble) {
      throw new FaultException(new PdfFault.NotWritable(), trouble);
    }
  }
}
