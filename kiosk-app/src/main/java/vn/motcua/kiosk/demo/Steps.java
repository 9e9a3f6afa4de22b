package vn.motcua.kiosk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.cli.Reply;

/** What the walk did, step by step, and the pictures of it. */
final class Steps {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path out;
  private final List<Map<String, Object>> steps = new ArrayList<>();
  private long begun = System.nanoTime();

  Steps(Path out) throws IOException {
    this.out = Files.createDirectories(out);
  }

  /** Where the walk leaves things. */
  Path out() {
    return out;
  }

  /** From here the next step's time is counted. */
  void begin() {
    begun = System.nanoTime();
  }

  /** A step that ended now, with a picture of {@code hand}'s window; facts are added to it. */
  Map<String, Object> done(String name, Hand hand) throws InterruptedException {
    long milliseconds = (System.nanoTime() - begun) / 1_000_000;
    String file = String.format(Locale.ROOT, "%02d-%s.png", steps.size() + 1, name);
    hand.picture(out.resolve(file));
    Map<String, Object> step = Reply.object();
    step.put("step", name);
    step.put("milliseconds", milliseconds);
    step.put("screenshot", file);
    steps.add(step);
    begin();
    return step;
  }

  /** Writes {@code summary.json} and gives the same object. */
  Map<String, Object> summary(Map<String, Object> facts) throws IOException {
    Map<String, Object> summary = Reply.object();
    summary.putAll(facts);
    summary.put("steps", steps);
    Files.writeString(out.resolve("summary.json"), JSON.writeValueAsString(summary) + "\n");
    return summary;
  }
}
