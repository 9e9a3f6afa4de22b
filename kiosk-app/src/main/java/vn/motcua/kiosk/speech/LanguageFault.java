package vn.motcua.kiosk.speech;

import vn.motcua.scanner.Fault;

/** What can be wrong with a language pack. Each names the file, key or line that it is about. */
public sealed interface LanguageFault extends Fault {
  /** A file that must be there is not. */
  record MissingFile(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-FILE";
    }
  }

  /** {@code language.json} cannot be understood. */
  record BadInfo(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-INFO";
    }
  }

  /** The code is none of BCP 47, or not the name of the folder. */
  record BadCode(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-CODE";
    }
  }

  /** A text file is not UTF-8, or holds characters that cannot be shown. */
  record BadEncoding(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-ENCODING";
    }
  }

  /** A sentence lacks a place such as {0}, or has one that is never filled. */
  record BadPlaces(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-PLACES";
    }
  }

  /** A sentence that no screen says. */
  record UnknownKey(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-KEY";
    }
  }

  /** A file, or all of them, larger than a language pack can sensibly be. */
  record TooLarge(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-LARGE";
    }
  }

  /** Something in the folder leads out of it, or has no place there. */
  record StrangeFile(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-STRANGE";
    }
  }

  /** The grammar cannot be understood. */
  record BadGrammar(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-GRAMMAR";
    }
  }

  /** A recording cannot be played. */
  record BadSound(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-SOUND";
    }
  }

  /** There is something of that name already. */
  record Exists(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-EXISTS";
    }
  }

  /** No such language is installed. */
  record None(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-NONE";
    }
  }

  /** A file cannot be read or written. */
  record Disk(String about) implements LanguageFault {
    @Override
    public String code() {
      return "LANGUAGE-DISK";
    }
  }
}
