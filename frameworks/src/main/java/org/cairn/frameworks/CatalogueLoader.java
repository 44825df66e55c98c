package org.cairn.frameworks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.ScopeRules;
import org.cairn.checklist.Unrelated;
import org.cairn.checklist.deadline.DeadlineRule;

/// Puts the files of a catalogue together and refuses what does not fit.
final class CatalogueLoader {
    private final Sheets sheets;
    private final GermanRows german;
    private final List<Framework> frameworks = new ArrayList<>();
    private final List<ApplicationDate> dates = new ArrayList<>();
    private final List<Guidance> guidance = new ArrayList<>();
    private final List<Objections> objections = new ArrayList<>();
    private final List<DeadlineRule> deadlines = new ArrayList<>();

    CatalogueLoader(CatalogueFiles files) {
        this.sheets = new Sheets(files);
        this.german = new GermanRows(sheets);
    }

    FrameworkLibrary load() throws MalformedCatalogue, IOException {
        Sheet index = sheets.required("index.json", Sheet.INDEX);
        Set<FrameworkId> seen = new HashSet<>();
        for (Row row : index.rows()) {
            Framework framework = framework(row, index.file());
            if (!seen.add(framework.id())) {
                throw new MalformedCatalogue(index.file(), row.line(), "framework " + framework.id() + " twice");
            }
            frameworks.add(framework);
            beside(framework);
        }
        Sheet checklist = sheets.required("checklist.json", Sheet.CHECKLIST);
        List<Control> controls = controls(checklist);
        Sheet crosswalk = sheets.required("crosswalk.json", Sheet.CROSSWALK);
        CrosswalkRows rows = new CrosswalkRows(crosswalk, controls, frameworks);
        List<Mapping> mappings = rows.mappings();
        List<Unrelated> unrelated = rows.unrelated();
        Catalogue catalogue = new Catalogue(controls, frameworks, mappings, unrelated, dates, scope());
        return new FrameworkLibrary(
                catalogue,
                new GuidanceLibrary(catalogue, guidance, objections),
                content(controls, new ProfileRows(catalogue, sheets).profiles(), catalogue.scope()),
                new DeadlineLibrary(deadlines),
                checklist.content(),
                crosswalk.content(),
                Map.of());
    }

    private ScopeRules scope() throws MalformedCatalogue, IOException {
        Optional<Sheet> questions = sheets.optional("scope-questions.json", Sheet.SCOPE_QUESTIONS);
        if (questions.isEmpty()) {
            return ScopeRules.none();
        }
        ScopeRows rows = new ScopeRows(frameworks);
        rows.questions(questions.get());
        rows.terms(sheets.required("scope-terms.json", Sheet.SCOPE_TERMS));
        for (Framework framework : frameworks) {
            Optional<Sheet> rules = sheets.optional(framework.id() + "/applicability.json", Sheet.APPLICABILITY);
            if (rules.isPresent()) {
                rows.rules(rules.get(), framework);
            }
        }
        return rows.rules();
    }

    private Framework framework(Row row, String indexFile) throws MalformedCatalogue, IOException {
        FrameworkId id = Refusing.in(indexFile, row.line(), () -> new FrameworkId(row.required("id")));
        return new FrameworkRows(sheets.required(id + "/framework.json", Sheet.FRAMEWORK)).framework(id);
    }

    /// What lies in a framework's folder besides its nodes.
    private void beside(Framework framework) throws MalformedCatalogue, IOException {
        Optional<Sheet> dated = sheets.optional(framework.id() + "/application-dates.json", Sheet.DATES);
        if (dated.isPresent()) {
            dates.addAll(new DateRows(dated.get()).dates(framework));
        }
        Optional<Sheet> guided = sheets.optional(framework.id() + "/guidance.json", Sheet.GUIDANCE);
        if (guided.isPresent()) {
            guidance.addAll(new GuidanceRows(framework).guidance(guided.get()));
        }
        Optional<Sheet> objected = sheets.optional(framework.id() + "/objections.json", Sheet.OBJECTIONS);
        List<Objections> own =
                objected.isPresent() ? new GuidanceRows(framework).objections(objected.get()) : List.of();
        objections.addAll(own);
        german.add(framework, own);
        Optional<Sheet> timed = sheets.optional(framework.id() + "/deadlines.json", Sheet.DEADLINES);
        if (timed.isPresent()) {
            deadlines.addAll(rules(framework, timed.get()));
        }
    }

    private Content content(List<Control> controls, List<ScopeProfile> profiles, ScopeRules scope)
            throws MalformedCatalogue, IOException {
        ControlRows rows = new ControlRows(controls);
        Optional<Sheet> guided = sheets.optional("control-guidance.json", Sheet.CONTROL_GUIDANCE);
        List<ControlGuidance> controlGuidance = guided.isPresent() ? rows.guidance(guided.get()) : List.of();
        Optional<Sheet> answering = sheets.optional("responsibilities.json", Sheet.RESPONSIBILITIES);
        List<Responsibility> responsibilities =
                answering.isPresent() ? rows.responsibilities(answering.get()) : List.of();
        Optional<Sheet> threatening = sheets.optional("threats.json", Sheet.THREATS);
        List<Threat> threats = threatening.isPresent() ? rows.threats(threatening.get()) : List.of();
        Optional<Sheet> linked = sheets.optional("requirement-links.json", Sheet.LINKS);
        return new Content(
                controlGuidance,
                responsibilities,
                threats,
                linked.isPresent() ? new LinkRows(linked.get(), frameworks).links() : List.of(),
                german.translation(
                        rows,
                        controlGuidance,
                        responsibilities,
                        threats,
                        new GermanScopeRows(sheets, scope).read(frameworks, profiles, deadlines)),
                profiles);
    }

    private List<DeadlineRule> rules(Framework framework, Sheet sheet) throws MalformedCatalogue {
        List<DeadlineRule> rules = new DeadlineRows(sheet).rules(framework);
        for (DeadlineRule other : deadlines) {
            if (rules.stream().anyMatch(rule -> rule.id().equals(other.id()))) {
                throw new MalformedCatalogue(
                        sheet.file(), "rule " + other.id() + " stands in " + other.framework() + " already");
            }
        }
        return rules;
    }

    private static List<Control> controls(Sheet sheet) throws MalformedCatalogue {
        List<Control> controls = new ArrayList<>();
        Set<ControlId> seen = new HashSet<>();
        for (Row row : sheet.rows()) {
            Control control = Refusing.in(sheet.file(), row.line(), () -> control(row));
            if (!seen.add(control.id())) {
                throw new MalformedCatalogue(sheet.file(), row.line(), "control " + control.id() + " twice");
            }
            controls.add(control);
        }
        return controls;
    }

    private static Control control(Row row) {
        return new Control(new ControlId(row.required("id")), row.required("category"), row.required("title"));
    }
}
