package org.cairn.reports.pdf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.causality.Basis;
import org.cairn.causality.Coverage;
import org.cairn.causality.Edge;
import org.cairn.causality.incident.Affected;
import org.cairn.causality.incident.Incident;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.picture.Figure;
import org.cairn.causality.picture.Folding;
import org.cairn.causality.picture.LayeredLayout;
import org.cairn.causality.picture.NodeWords;
import org.cairn.causality.picture.PictureWords;
import org.cairn.causality.picture.Subject;
import org.cairn.causality.picture.SvgPicture;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Pruned;
import org.cairn.reports.incident.IncidentModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.Wording;

/// The pages of an incident file: what happened, the picture, its beginning, the data, the clocks, the time line, and
/// what is not known.
final class IncidentPages {
    private static final int MOST_LINES = 400;

    private final IncidentModel model;
    private final Incident incident;
    private final ReportWords words;
    private final PictureWords actions;
    private final NodeWords nodes;

    IncidentPages(IncidentModel model, ReportWords words) {
        this.model = model;
        this.incident = model.incident();
        this.words = words;
        this.actions = PictureLanguage.words(model.language());
        this.nodes = new NodeWords(incident.record().graph(), actions);
    }

    void write(Html body) {
        front(body.add(Tag.DIV, Look.FLOWING_SECTION));
        divergence(body.add(Tag.DIV, Look.FLOWING_SECTION));
        origins(body.add(Tag.DIV, Look.FLOWING_SECTION));
        pictures(body);
        data(section(body, "data"));
        clocks(section(body, "clocks"));
        timeline(section(body, "timeline"));
        unknown(section(body, "unknown"));
        sources(section(body, "sources"));
    }

    private Html section(Html body, String key) {
        Html into = body.add(Tag.DIV, Look.FLOWING_SECTION);
        into.say(Tag.H2, words.text("incident." + key));
        into.say(Tag.P, Look.LEAD, words.text("incident." + key + ".lead"));
        return into;
    }

    private void front(Html page) {
        page.say(Tag.H1, words.text("incident.title"));
        page.say(Tag.P, Look.LEAD, words.text("incident.lead"));
        Html facts = page.add(Tag.TABLE, Look.FACTS);
        fact(facts, "organisation", model.organisation().orElse(words.text("none")));
        fact(facts, "event", line(incident.event()));
        fact(facts, "at", exact(incident.event()));
        fact(facts, "result", result(incident.event()));
        fact(facts, "known-at", words.time(model.knownAt()));
        fact(facts, "issued-at", words.time(model.issuedAt()));
        fact(
                facts,
                "signed-by",
                model.issuer()
                        .map(issuer ->
                                words.text("incident.signer", issuer.name(), Wording.grouped(issuer.certificate())))
                        .orElse(words.text("incident.unsigned")));
    }

    private void divergence(Html page) {
        page.say(Tag.H2, words.text("incident.divergence"));
        if (model.departures().isEmpty()) {
            page.say(Tag.P, words.text("incident.divergence.named"));
        }
        for (IncidentModel.Departure departure : model.departures()) {
            page.say(
                    Tag.P,
                    Look.CALLOUT,
                    words.text(
                            "incident.divergence.line",
                            words.text("deviation." + departure.kind()),
                            departure.what(),
                            departure.rule(),
                            departure
                                    .entry()
                                    .map(entry -> words.text("incident.divergence.entry", departure.policy(), entry))
                                    .orElse(departure.policy())));
            departure
                    .accepted()
                    .ifPresent(accepted -> page.say(
                            Tag.P,
                            words.text(
                                    "incident.accepted." + accepted.how(),
                                    accepted.until().toString(),
                                    String.join(", ", accepted.by()),
                                    accepted.entry())));
        }
    }

    private void origins(Html page) {
        page.say(Tag.H2, words.text("incident.origins"));
        page.say(Tag.P, words.text("incident.origins.lead"));
        Html list = page.add(Tag.UL, Look.REASONS);
        incident.origins().stream()
                .limit(12)
                .forEach(node -> list.say(Tag.LI, nodes.kind(node) + ": " + nodes.name(node)));
        if (incident.origins().size() > 12) {
            list.say(Tag.LI, words.text("incident.more", incident.origins().size() - 12));
        }
    }

    private void fact(Html facts, String key, String value) {
        Html row = facts.add(Tag.TR);
        row.add(Tag.TH).scope("row").text(words.text("incident." + key));
        row.add(Tag.TD).text(value);
    }

    private void pictures(Html body) {
        Subject subject = incident.subject();
        Figure figure = Folding.of(subject, Set.of());
        SvgPicture picture = new SvgPicture(
                LayeredLayout.of(subject, figure, actions, model.files(), LayeredLayout.Form.PAGE),
                words.text("incident.picture"),
                PictureLanguage.legend(model.language()),
                List.of(words.text("incident.unknown.lead")));
        Html whole = body.add(Tag.DIV, Look.WIDE_SECTION);
        whole.say(Tag.H2, words.text("incident.picture"));
        String alternative =
                words.text("incident.picture.alternative", incident.chain().size());
        whole.picture(PrintedPicture.whole(picture), alternative);
        int number = 1;
        List<PrintedPicture> details = PrintedPicture.details(picture);
        for (PrintedPicture part : details) {
            Html sheet = body.add(Tag.DIV, Look.WIDE_SECTION);
            String title = words.text("incident.picture.part", number++, details.size());
            sheet.say(Tag.H3, title);
            sheet.picture(part, title + ". " + alternative);
        }
    }

    private void data(Html page) {
        if (incident.affected().isEmpty()) {
            page.say(Tag.P, Look.EMPTY, words.text("incident.data.none"));
        }
        Html rows = page.table(
                Look.ROWS,
                List.of(
                        Column.text(20, words.text("incident.column.time")),
                        Column.text(34, words.text("incident.column.file")),
                        Column.text(22, words.text("incident.column.reader")),
                        Column.text(24, words.text("incident.column.reached"))));
        for (Affected affected : incident.affected()) {
            Html row = rows.add(Tag.TR);
            row.add(Tag.TD).lines(inTwoLines(affected.read()));
            row.say(Tag.TD, nodes.name(affected.file()));
            row.say(Tag.TD, nodes.name(affected.read().effect()));
            row.say(
                    Tag.TD,
                    affected.reached().isEmpty()
                            ? words.text("incident.reached.none")
                            : affected.reached().stream()
                                    .map(this::place)
                                    .distinct()
                                    .collect(Collectors.joining("; ")));
        }
        if (incident.unsearched() > 0) {
            page.say(Tag.P, words.text("incident.data.unsearched", incident.unsearched()));
        }
    }

    private String place(Destination place) {
        String result = actions.result(place.edge().result());
        return place.endpoint().text() + (result.isEmpty() ? "" : " (" + result + ")");
    }

    private void clocks(Html page) {
        Html rows = page.table(
                Look.ROWS,
                List.of(
                        Column.text(18, words.text("incident.column.rule")),
                        Column.text(34, words.text("incident.column.due-what")),
                        Column.text(22, words.text("incident.column.citation")),
                        Column.text(26, words.text("incident.column.end"))));
        for (IncidentModel.Clock clock : model.clocks()) {
            Html row = rows.add(Tag.TR);
            row.say(Tag.TD, clock.rule());
            Html what = row.add(Tag.TD).text(clock.title());
            clock.notes().forEach(note -> what.say(Tag.DIV, Look.SUB, note));
            row.say(Tag.TD, clock.citation());
            row.say(Tag.TD, clock.due().map(words::time).orElse(words.text("incident.no-end")));
        }
    }

    private void timeline(Html page) {
        Html rows = page.table(
                Look.DENSE,
                List.of(
                        Column.text(19, words.text("incident.column.time")),
                        Column.text(27, words.text("incident.column.cause")),
                        Column.text(15, words.text("incident.column.how")),
                        Column.text(27, words.text("incident.column.effect")),
                        Column.text(12, words.text("incident.column.record"))));
        incident.chain().stream().limit(MOST_LINES).forEach(edge -> {
            Html row = rows.add(Tag.TR);
            row.add(Tag.TD).lines(inTwoLines(edge));
            row.say(Tag.TD, nodes.name(edge.cause()));
            row.say(Tag.TD, how(edge));
            row.say(Tag.TD, nodes.name(edge.effect()));
            row.say(
                    Tag.TD,
                    words.text("incident.record", edge.records().getFirst().offset()));
        });
        if (incident.chain().size() > MOST_LINES) {
            page.say(Tag.P, words.text("incident.more", incident.chain().size() - MOST_LINES));
        }
    }

    private void unknown(Html page) {
        Html list = page.add(Tag.UL);
        for (Coverage.Gap gap : incident.gaps()) {
            list.say(
                    Tag.LI,
                    words.text(
                            "incident.gap",
                            words.text("incident.gap." + key(gap.kind())),
                            gap.from().map(at -> exact(at.time())).orElse("…"),
                            gap.until().map(at -> exact(at.time())).orElse("…"),
                            gap.detail()));
        }
        Map<Pruned.Reason, Integer> reasons = new TreeMap<>();
        incident.pruned().forEach(left -> reasons.merge(left.reason(), left.edges(), Integer::sum));
        reasons.forEach((reason, count) ->
                list.say(Tag.LI, words.text("incident.pruned", count, words.text("incident.pruned." + key(reason)))));
        long doubtful = incident.chain().stream()
                .filter(edge -> edge.basis() == Basis.INFERRED)
                .count();
        list.say(
                Tag.LI,
                words.text("incident.inferred", doubtful, incident.chain().size()));
        list.say(Tag.LI, words.text("incident.no-contents"));
    }

    private void sources(Html page) {
        for (IngestSummary log : incident.record().logs()) {
            Html facts = page.add(Tag.TABLE, Look.FACTS);
            fact(
                    facts,
                    "log",
                    model.files().getOrDefault(log.source().digest(), "") + " ("
                            + log.format().id() + ")");
            fact(facts, "log.digest", Wording.grouped(log.source().digest()));
            fact(
                    facts,
                    "log.counts",
                    words.text(
                            "incident.log.counts.value",
                            log.records(),
                            log.rejectedRecords(),
                            log.coverage().gapCount()));
        }
    }

    private String line(Edge edge) {
        return nodes.name(edge.cause()) + " " + how(edge) + " " + nodes.name(edge.effect());
    }

    private String how(Edge edge) {
        String result = actions.result(edge.result());
        return actions.action(edge.action())
                + (result.isEmpty() ? "" : ", " + result)
                + (edge.basis() == Basis.INFERRED ? ", " + actions.inferred() : "");
    }

    private String result(Edge edge) {
        return words.text("incident.result." + edge.result().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String exact(Edge edge) {
        return exact(edge.at().time());
    }

    private static String inTwoLines(Edge edge) {
        return exact(edge).replaceFirst(" ", "\n");
    }

    /// As exactly as it was recorded.
    private static String exact(Instant at) {
        return at.toString().replace("T", " ").replace("Z", " UTC");
    }
}
