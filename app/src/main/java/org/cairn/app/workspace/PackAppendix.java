package org.cairn.app.workspace;

import org.cairn.frameworks.Content;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Responsibility;
import org.cairn.frameworks.Said;
import org.cairn.frameworks.Threat;
import org.cairn.frameworks.Wording;
import org.cairn.reports.pack.Appendix;
import org.cairn.reports.pack.ReportWords;

/// The appendix of a report, from the content that the product carries, in the report's language.
final class PackAppendix {
    private final Content content;
    private final Wording wording;
    private final ReportWords words;

    PackAppendix(FrameworkLibrary library, Language language) {
        this.content = library.content();
        this.wording = library.in(language);
        this.words = ReportWords.in(language);
    }

    Appendix appendix() {
        return new Appendix(
                content.responsibilities().stream().map(this::part).toList(),
                content.threats().stream().map(this::danger).toList());
    }

    private Appendix.Part part(Responsibility responsibility) {
        Said<Responsibility.Words> said = wording.responsibility(responsibility);
        return new Appendix.Part(
                words.title(said.words().area(), said.language()),
                said.words().organisation(),
                said.words().supplier(),
                responsibility.controls());
    }

    private Appendix.Danger danger(Threat threat) {
        Said<Threat.Words> said = wording.threat(threat);
        return new Appendix.Danger(
                words.title(said.words().title(), said.language()),
                words.text("appendix.estimate", words.word(threat.likelihood()), words.word(threat.impact())),
                said.words().treatment(),
                threat.controls());
    }
}
