package org.cairn.reports.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.OutcomeKind;
import org.cairn.reports.pack.ReportWords;
import org.junit.jupiter.api.Test;

class ReportFontsTest {
    private static final int SMALL = 300_000;

    @Test
    void everyFaceIsSmallAndHasNoSubstitutionThatWouldMakeLigatures() throws Exception {
        ReportFonts fonts = ReportFonts.load();
        for (TrueTypeFont face : Stream.concat(fonts.textFaces().stream(), Stream.of(fonts.fallbackFace()))
                .toList()) {
            assertNull(face.getTableMap().get("GSUB"));
            assertNull(face.getTableMap().get("GPOS"));
            assertTrue(face.getOriginalDataSize() < SMALL);
        }
    }

    @Test
    void everyWordOfTheBundleAndEveryShapeCanBePrinted() throws Exception {
        PrintableText printable = PrintableText.of(ReportFonts.load());

        List<String> unprintable = Stream.concat(
                        Stream.of(Language.values())
                                .map(ReportWords::in)
                                .flatMap(words -> words.keys().stream()
                                        .map(key -> words.text(key, "", "", "", "", "", "", "", "")))
                                .filter(word -> !word.contains("⟨U+")),
                        Stream.of(
                                        Arrays.stream(RequirementState.values()).map(Mark::of),
                                        Arrays.stream(AnswerStatus.values()).map(Mark::of),
                                        Arrays.stream(OutcomeKind.values()).map(Mark::of),
                                        Stream.of(Mark.OPEN, Mark.CONTRADICTED))
                                .flatMap(marks -> marks)
                                .map(Mark::shape))
                .filter(text -> !printable.lines(text).equals(text))
                .toList();

        assertEquals(List.of(), unprintable);
    }

    @Test
    void everyLookHasARuleInTheStyleSheet() throws Exception {
        String css = StyleSheet.withCover();

        assertEquals(
                List.of(),
                Arrays.stream(Look.values())
                        .filter(look -> look != Look.PLAIN)
                        .map(Look::cssClass)
                        .filter(name -> !css.matches("(?s).*\\." + name + "\\b(?!-).*"))
                        .toList());
    }
}
