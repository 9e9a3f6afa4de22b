package vn.motcua.kiosk.speech;

import vn.motcua.scanner.Fault;

/** What can keep a machine from speaking or listening. */
public sealed interface VoiceFault extends Fault {
  /** No loudspeaker, or another program has it. */
  record NoLoudspeaker() implements VoiceFault {
    @Override
    public String code() {
      return "VOICE-NO-LOUDSPEAKER";
    }
  }

  /** The machine speaks into headphones only, and none are plugged in. */
  record NoHeadphones() implements VoiceFault {
    @Override
    public String code() {
      return "VOICE-NO-HEADPHONES";
    }
  }

  /** Neither recordings nor a program that reads this sentence. */
  record NoVoice() implements VoiceFault {
    @Override
    public String code() {
      return "VOICE-NONE";
    }
  }

  /** No microphone, or another program has it. */
  record NoMicrophone() implements VoiceFault {
    @Override
    public String code() {
      return "VOICE-NO-MICROPHONE";
    }
  }

  /** Nothing, or almost nothing, was heard while recording. */
  record TooQuiet() implements VoiceFault {
    @Override
    public String code() {
      return "VOICE-QUIET";
    }
  }
}
