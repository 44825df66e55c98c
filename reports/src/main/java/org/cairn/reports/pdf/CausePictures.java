package org.cairn.reports.pdf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.causality.Edge;
import org.cairn.causality.picture.Folding;
import org.cairn.causality.picture.LayeredLayout;
import org.cairn.causality.picture.NodeWords;
import org.cairn.causality.picture.PictureWords;
import org.cairn.causality.picture.Subject;
import org.cairn.causality.picture.SvgPicture;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.EvidenceSheet;

/// Pictures of what led to deviations, beside the evidence that keeps them.
record CausePictures(Writing writing) {
    void write(Html into, EvidenceSheet.Pictures pictures) {
        for (EvidenceSheet.Picture picture : pictures.drawn()) {
            picture(into.keep(), picture.subject(), writing.text("evidence.causes", picture.number(), pictures.all()));
        }
        int further = pictures.all() - pictures.drawn().size();
        if (further > 0) {
            into.say(Tag.P, writing.text("evidence.causes.further", further));
        }
    }

    private void picture(Html into, Subject subject, String title) {
        Language language = writing.words().language();
        PictureWords words = PictureLanguage.words(language);
        String event =
                subject.diverging().map(edge -> line(subject, edge, words)).orElse("");
        into.say(Tag.H4, title);
        into.say(Tag.P, event);
        SvgPicture picture = new SvgPicture(
                LayeredLayout.of(subject, Folding.of(subject, Set.of()), words, Map.of(), LayeredLayout.Form.PAGE),
                title,
                PictureLanguage.legend(language),
                List.of(writing.text("evidence.causes.note")));
        into.picture(
                PrintedPicture.inText(picture),
                writing.text(
                        "evidence.causes.alternative", event, subject.edges().size()));
    }

    private static String line(Subject subject, Edge edge, PictureWords words) {
        NodeWords nodes = new NodeWords(subject.graph(), words);
        String result = words.result(edge.result());
        return edge.at().time() + ": " + nodes.name(edge.cause()) + " " + words.action(edge.action()) + " "
                + nodes.name(edge.effect()) + (result.isEmpty() ? "" : " (" + result + ")");
    }
}
