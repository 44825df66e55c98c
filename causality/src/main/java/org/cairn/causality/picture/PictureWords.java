package org.cairn.causality.picture;

import org.cairn.causality.Action;
import org.cairn.causality.Result;

/// The words of a picture, in the language of its reader.
public interface PictureWords {
    String process(long pid);

    String file();

    String network();

    String mixed();

    String user(String id);

    /// Read along the arrow, from cause to effect.
    String action(Action action);

    /// Empty for what succeeded.
    String result(Result result);

    String inferred();

    String times(int count);

    String folded(Fold fold, Box.Kind kind);

    String meant();

    String diverges();

    String nameless();

    String unrecordedProgram();

    String recordAt(String file, long offset);

    String furtherRecords(int count);
}
