package org.cairn.app.ui.frameworks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.frameworks.FrameworkLines.Card;
import org.cairn.app.ui.frameworks.FrameworkLines.CoverageLine;
import org.cairn.app.ui.frameworks.FrameworkLines.Detail;
import org.cairn.app.ui.frameworks.FrameworkLines.Fact;
import org.cairn.app.ui.frameworks.FrameworkLines.Field;
import org.cairn.app.ui.frameworks.FrameworkLines.MatrixLine;
import org.cairn.app.ui.frameworks.FrameworkLines.Part;
import org.cairn.app.ui.frameworks.FrameworkLines.RequirementLine;
import org.cairn.app.ui.frameworks.FrameworkLines.Ways;
import org.cairn.app.ui.kit.DayConverter;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Responsibility;
import org.cairn.frameworks.Threat;
import org.cairn.frameworks.Wording;
import org.cairn.frameworks.crosswalk.Band;
import org.cairn.frameworks.crosswalk.Coverage;
import org.cairn.frameworks.crosswalk.Matrix;
import org.cairn.reports.pack.ReportWords;

/// Puts the library into lines. Takes its time, so never on the window's thread.
final class FrameworksReading {
    private final FrameworkLibrary library;
    private final Texts texts = Texts.beside(FrameworksReading.class);
    private final Titles titles;
    private final Wording wording;
    private final LinkWords links;

    FrameworksReading(Library library) {
        this.library = library.frameworks();
        this.titles = library.titles();
        this.wording = titles.wording();
        this.links = new LinkWords(library.frameworks(), titles, texts);
    }

    List<MatrixLine> matrix() {
        Matrix matrix = new Matrix(library.catalogue());
        return library.controls().stream().map(control -> line(control, matrix)).toList();
    }

    private MatrixLine line(Control control, Matrix matrix) {
        Map<FrameworkId, Field> fields = new HashMap<>();
        for (Framework framework : library.frameworks()) {
            List<Mapping> rows = matrix.rows(control.id(), framework.id());
            if (!rows.isEmpty()) {
                Mapping best = rows.getFirst();
                String words = texts.text(
                        "field", texts.text("short." + Texts.keyOf(best.relation())), best.strength(), rows.size());
                fields.put(
                        framework.id(),
                        new Field(words, rows.stream().map(links::of).toList()));
            }
        }
        return new MatrixLine(control.id().value(), titles.of(control), fields);
    }

    List<CoverageLine> coverage() {
        List<CoverageLine> lines = new ArrayList<>();
        for (Coverage coverage :
                Coverage.all(library.catalogue(), library.content().links())) {
            Map<Band, Integer> counts = new EnumMap<>(Band.class);
            for (Band band : Band.values()) {
                counts.put(band, coverage.in(band).size());
            }
            lines.add(new CoverageLine(
                    coverage.framework(),
                    library.framework(coverage.framework()).title(),
                    coverage.assessable(),
                    counts));
        }
        return lines;
    }

    List<RequirementLine> requirements(FrameworkId framework) {
        List<RequirementLine> lines = new ArrayList<>();
        Map<RequirementId, Band> bands = new HashMap<>();
        Coverage.all(library.catalogue(), List.of()).stream()
                .filter(each -> each.framework().equals(framework))
                .forEach(each -> each.byBand().forEach((band, ids) -> ids.forEach(id -> bands.put(id, band))));
        for (Requirement requirement : library.framework(framework).requirements()) {
            Optional.ofNullable(bands.get(requirement.id()))
                    .ifPresent(band -> lines.add(new RequirementLine(
                            requirement.id(),
                            requirement.id().number(),
                            titles.of(requirement),
                            band,
                            texts.text("band." + Texts.keyOf(band)))));
        }
        return lines;
    }

    Detail detail(RequirementId id) {
        Requirement requirement =
                library.requirement(id).orElseThrow(() -> new IllegalArgumentException("no requirement " + id));
        return new Detail(
                id.text(),
                titles.of(requirement),
                facts(requirement),
                parts(id),
                Optional.of(texts.text("english")).filter(_ -> wording.language() != Language.EN),
                library.crosswalk().controlsReaching(id).stream().map(links::of).toList(),
                library.web().from(id).stream()
                        .filter(hop -> hop.to() instanceof RequirementId)
                        .map(links::of)
                        .toList());
    }

    private List<String> facts(Requirement requirement) {
        List<String> facts = new ArrayList<>();
        List<String> bound = ReportWords.in(wording.language()).terms("binds", requirement.binds());
        facts.add(texts.text("facts", requirement.citation(), String.join(", ", bound)));
        if (!requirement.amendedBy().isEmpty()) {
            facts.add(texts.text("amended", String.join(", ", requirement.amendedBy())));
        }
        DayConverter days = new DayConverter(titles.kit());
        for (ApplicationDate date : library.catalogue().applicationDates(requirement.id())) {
            String until = date.until()
                    .map(day -> texts.text("until", days.toString(day)))
                    .orElse("");
            facts.add(texts.text(
                    "applies", days.toString(date.appliesFrom()), until, days.toString(date.statedOn()), date.basis()));
        }
        return facts;
    }

    private List<Part> parts(RequirementId id) {
        List<Part> parts = new ArrayList<>();
        library.guidance(id).ifPresent(guidance -> {
            parts.add(part("plain", List.of(guidance.plain()), Language.EN));
            parts.add(part("owner", List.of(guidance.owner()), Language.EN));
            parts.add(part("evidence", guidance.evidence(), Language.EN));
        });
        wording.objections(id).ifPresent(said -> parts.add(part("objections", said.words(), said.language())));
        return parts;
    }

    private Part part(String key, List<String> lines, Language language) {
        String heading = texts.text(key);
        return new Part(
                key, language == wording.language() ? heading : titles.kit().text("title.in-english", heading), lines);
    }

    Ways ways(RequirementId from, FrameworkId to) {
        return links.ways(from, to);
    }

    List<Card> responsibilities() {
        return library.content().responsibilities().stream()
                .map(each -> {
                    Responsibility.Words words = wording.responsibility(each).words();
                    return new Card(
                            each.id(),
                            words.area(),
                            List.of(
                                    new Fact(texts.text("organisation"), words.organisation()),
                                    new Fact(texts.text("supplier"), words.supplier()),
                                    new Fact(texts.text("evidence"), bullets(words.evidence())),
                                    new Fact(texts.text("card.controls"), ids(each.controls()))));
                })
                .toList();
    }

    List<Card> threats() {
        return library.content().threats().stream()
                .map(each -> {
                    Threat.Words words = wording.threat(each).words();
                    String estimate = texts.text(
                            "estimate",
                            texts.text("likelihood." + Texts.keyOf(each.likelihood())),
                            texts.text("impact." + Texts.keyOf(each.impact())));
                    return new Card(
                            each.id(),
                            words.title(),
                            List.of(
                                    new Fact(texts.text("what"), words.description()),
                                    new Fact(texts.text("before"), estimate),
                                    new Fact(texts.text("treatment"), words.treatment()),
                                    new Fact(texts.text("signs"), bullets(words.signs())),
                                    new Fact(texts.text("card.controls"), ids(each.controls()))));
                })
                .toList();
    }

    private static String bullets(List<String> lines) {
        return "• " + String.join("\n• ", lines);
    }

    private static String ids(List<ControlId> controls) {
        return String.join(" ", controls.stream().map(ControlId::value).toList());
    }
}
