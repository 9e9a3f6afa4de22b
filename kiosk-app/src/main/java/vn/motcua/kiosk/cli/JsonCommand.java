package vn.motcua.kiosk.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.FaultSentences;

/**
 * A command with one answer: text for people, or with {@code --json} one JSON object on standard
 * output. Exit codes: 0 done, 1 a named fault ({@code "fault"} in the JSON), 2 wrong use.
 */
abstract class JsonCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(JsonCommand.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintStream out;
  private final FaultSentences sentences;

  @Option(names = "--json", description = "print one JSON object on standard output")
  private boolean json;

  JsonCommand(PrintStream out, FaultSentences sentences) {
    this.out = out;
    this.sentences = sentences;
  }

  /** Does the work. */
  abstract Reply work() throws FaultException, PartlyDone, InterruptedException;

  @Override
  public final Integer call() throws InterruptedException {
    try {
      Reply reply = work();
      out.println(json ? JSON.writeValueAsString(reply.json()) : reply.text());
      return 0;
    } catch (FaultException e) {
      LOG.debug("{} stopped", getClass().getSimpleName(), e);
      return fault(e.fault(), Map.of());
    } catch (PartlyDone e) {
      return fault(e.fault(), e.done());
    } catch (ParameterException e) {
      throw e;
    } catch (RuntimeException e) {
      Bug bug = new Bug(e);
      LOG.error("{}", bug.code(), e);
      return fault(bug, Map.of());
    } finally {
      out.flush();
    }
  }

  private int fault(Fault fault, Map<String, Object> done) {
    Locale language =
        Locale.getDefault().getLanguage().equals("vi") ? Locale.of("vi") : Locale.ENGLISH;
    FaultSentence sentence = sentences.of(fault, language);
    if (json) {
      Map<String, Object> object = Reply.object();
      object.put("fault", fault.code());
      object.put("what", sentence.what());
      object.put("do", sentence.todo());
      object.putAll(done);
      out.println(JSON.writeValueAsString(object));
    }
    System.err.println(fault.code() + ": " + sentence.what() + " " + sentence.todo());
    return 1;
  }

  /**
   * A bug: a short code that can be read over the phone and found in the log, the same for the same
   * bug. It has no sentences of its own; people are told those of UNKNOWN.
   */
  private static final class Bug implements Fault {
    private final String code;

    Bug(RuntimeException cause) {
      int trace = cause.getClass().getName().hashCode();
      for (StackTraceElement element : cause.getStackTrace()) {
        trace = trace * 31 + element.getMethodName().hashCode();
      }
      code = "BUG-" + Integer.toHexString(trace & 0xFFFFF).toUpperCase(Locale.ROOT);
    }

    @Override
    public String code() {
      return code;
    }
  }
}
