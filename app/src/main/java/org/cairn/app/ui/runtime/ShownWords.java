package org.cairn.app.ui.runtime;

import org.cairn.app.ui.kit.Texts;
import org.cairn.causality.Action;
import org.cairn.causality.Result;
import org.cairn.causality.picture.Box;
import org.cairn.causality.picture.Fold;
import org.cairn.causality.picture.PictureWords;
import org.cairn.causality.picture.SvgPicture;

/// The words of a picture in the language of the window.
record ShownWords(Texts texts) implements PictureWords {
    @Override
    public String process(long pid) {
        return texts.text("process", Long.toString(pid));
    }

    @Override
    public String file() {
        return texts.text("file");
    }

    @Override
    public String network() {
        return texts.text("network");
    }

    @Override
    public String mixed() {
        return texts.text("mixed");
    }

    @Override
    public String user(String id) {
        return texts.text("user", id);
    }

    @Override
    public String action(Action action) {
        return texts.text("action." + Texts.keyOf(action));
    }

    @Override
    public String result(Result result) {
        return result == Result.SUCCEEDED ? "" : texts.text("result." + Texts.keyOf(result));
    }

    @Override
    public String inferred() {
        return texts.text("inferred");
    }

    @Override
    public String times(int count) {
        return texts.text("times", count);
    }

    @Override
    public String folded(Fold fold, Box.Kind kind) {
        return switch (fold.key().reason()) {
            case CONNECTIONS -> texts.text("fold.connections", fold.things());
            case SYSTEM_FILES -> texts.text("fold.system-files", fold.things());
            case SIBLINGS, REST -> texts.text("fold.more." + Texts.keyOf(kind), fold.things());
        };
    }

    @Override
    public String meant() {
        return texts.text("meant");
    }

    @Override
    public String diverges() {
        return texts.text("diverges");
    }

    @Override
    public String nameless() {
        return texts.text("nameless");
    }

    @Override
    public String unrecordedProgram() {
        return texts.text("unrecorded-program");
    }

    @Override
    public String recordAt(String file, long offset) {
        return texts.text("record-at", file, offset);
    }

    @Override
    public String furtherRecords(int count) {
        return texts.text("further-records", count);
    }

    SvgPicture.Legend legend() {
        return new SvgPicture.Legend(
                texts.text("legend.succeeded"),
                texts.text("legend.attempted"),
                texts.text("legend.failed"),
                texts.text("legend.inferred"),
                texts.text("legend.undrawn"));
    }
}
