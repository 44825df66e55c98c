package org.cairn.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.Wording;

/// The report, at its depth.
record ReportPaper(Writing writing) implements Paper {
    /// Characters that fit into the header.
    static final int SHORT = 80;

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>(inEveryDepth());
        if (writing.depth() == Depth.EXECUTIVE) {
            return List.copyOf(sections);
        }
        sections.addFirst(new ScopeSection(writing));
        int ledger = sections.size() - 4;
        if (!writing.model().register().isEmpty()) {
            sections.add(ledger++, new RegisterSection(writing));
        }
        sections.add(ledger, new RequirementSection(writing));
        sections.add(ledger + 1, new ControlSection(writing));
        if (writing.depth() == Depth.FULL) {
            sections.add(ledger + 2, new EvidenceSection(writing));
        }
        if (!writing.model().appendix().empty()) {
            sections.add(new AppendixSection(writing));
        }
        return List.copyOf(sections);
    }

    private List<Section> inEveryDepth() {
        List<Section> sections = new ArrayList<>(List.of(
                new PostureSection(writing),
                new GapSection(writing),
                new ContradictionSection(writing),
                writing.isShort() ? new DatesSummary(writing) : new DatesSection(writing),
                new LedgerSection(writing),
                new VerificationSection(writing),
                new LimitsSection(writing),
                new GlossarySection(writing)));
        if (!writing.model().followUps().isEmpty()) {
            sections.add(3, new FollowUpSection(writing));
        }
        return List.copyOf(sections);
    }

    @Override
    public String title() {
        Cover cover = writing.model().cover();
        String title =
                writing.text("document.title", cover.packId(), cover.framework().title(), cover.organisation());
        return title + depth();
    }

    @Override
    public String subject() {
        return writing.whatThisIs();
    }

    @Override
    public String description() {
        String about =
                writing.text("document.description", writing.model().cover().organisation());
        return callout().map(said -> about + ". " + said).orElse(about);
    }

    @Override
    public String header() {
        return Wording.shortened(writing.model().cover().organisation(), SHORT) + depth();
    }

    private String depth() {
        return isWhole() ? "" : " · " + writing.words().word(writing.depth());
    }

    @Override
    public Optional<String> callout() {
        return isWhole()
                ? Optional.empty()
                : Optional.of(writing.text("depth." + writing.depth().code()));
    }

    private boolean isWhole() {
        return writing.depth() == Depth.FULL;
    }

    @Override
    public void cover(Html body) throws PackException {
        String depth = writing.text("cover.depth." + writing.depth().code());
        new CoverPage(writing, writing.whatThisIs(), List.of(new CoverPage.Fact("cover.depth", depth))).write(body);
    }
}
