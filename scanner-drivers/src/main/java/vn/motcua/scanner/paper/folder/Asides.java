package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.FaultSentences;

/** The sentence beside a file that was put aside, for whoever finds it there. */
final class Asides {
  private static final Logger LOG = LoggerFactory.getLogger(Asides.class);
  private static final FaultSentences SENTENCES =
      new FaultSentences(List.of(FaultSentences.DEVICES));

  private Asides() {}

  /** Writes it; a disk that is full for it is not worth stopping for. */
  static void explain(Path file, Fault fault) {
    StringBuilder text = new StringBuilder();
    text.append(file.getFileName()).append("\n\n");
    for (Locale each : List.of(Locale.of("vi"), Locale.ENGLISH)) {
      FaultSentence sentence = SENTENCES.of(fault, each);
      text.append(sentence.what()).append(' ').append(sentence.todo()).append('\n');
    }
    text.append('[').append(fault.code()).append("]\n");
    try {
      Files.writeString(
          Names.beside(file), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      LOG.warn("no sentence beside {}: {}", file, e.getMessage());
    }
  }
}
