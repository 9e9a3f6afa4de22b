package vn.motcua.scanner.paper.file;

import vn.motcua.scanner.Fault;

/**
 * Why a file gives no pages, or not all of them. Each names the file, so that a person can look at
 * it. The sentences stand in {@code faults.properties}.
 */
public sealed interface FileFault extends Fault {
  /** The file's name, without its folder. */
  String file();

  /** Not whole, damaged, or no picture at all. */
  record Unreadable(String file) implements FileFault {
    @Override
    public String code() {
      return "FILE-UNREADABLE";
    }
  }

  /** Opens with a password only. */
  record Protected(String file) implements FileFault {
    @Override
    public String code() {
      return "FILE-PASSWORD";
    }
  }

  /** More bytes, pages or pixels than a bundle of paper has, or a page of a size that none has. */
  record Size(String file) implements FileFault {
    @Override
    public String code() {
      return "FILE-SIZE";
    }
  }

  /** Whole, but holds a picture of a kind that this program does not decode (JBIG2, JPEG 2000). */
  record Kind(String file) implements FileFault {
    @Override
    public String code() {
      return "FILE-KIND";
    }
  }
}
