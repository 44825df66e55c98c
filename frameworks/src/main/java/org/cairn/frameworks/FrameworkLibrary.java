package org.cairn.frameworks;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.crosswalk.Crosswalk;
import org.cairn.frameworks.crosswalk.RequirementLink;
import org.cairn.frameworks.crosswalk.Web;
import org.cairn.frameworks.own.KnownSubjects;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.proof.Digest;

/// The frameworks, the checklist and the crosswalk, as loaded. Immutable.
public final class FrameworkLibrary {
    private final Catalogue catalogue;
    private final Crosswalk crosswalk;
    private final GuidanceLibrary guidance;
    private final Content content;
    private final DeadlineLibrary deadlines;
    private final Map<FrameworkId, OwnFramework> own;
    private final Digest checklistContent;
    private final Digest crosswalkContent;

    FrameworkLibrary(
            Catalogue catalogue,
            GuidanceLibrary guidance,
            Content content,
            DeadlineLibrary deadlines,
            Digest checklistContent,
            Digest crosswalkContent,
            Map<FrameworkId, OwnFramework> own) {
        this.own = Map.copyOf(own);
        this.catalogue = catalogue;
        this.guidance = guidance;
        this.content = content;
        this.deadlines = deadlines;
        this.crosswalk = new Crosswalk(catalogue);
        this.checklistContent = checklistContent;
        this.crosswalkContent = crosswalkContent;
    }

    /// The library that is part of the product; that it loads is tested with every build.
    public static FrameworkLibrary load() {
        try {
            return read(CatalogueFiles.builtIn());
        } catch (MalformedCatalogue | IOException e) {
            throw new IllegalStateException("the built-in frameworks do not load: " + e.getMessage(), e);
        }
    }

    /// @throws MalformedCatalogue naming file, line and reason, for the first thing that does not fit
    public static FrameworkLibrary read(CatalogueFiles files) throws MalformedCatalogue, IOException {
        return new CatalogueLoader(files).load();
    }

    /// This one and what was imported. Requires ids that are not here yet, each once. A mapping to what is not here is
    /// left out.
    public FrameworkLibrary with(List<ImportedFramework> imported) {
        KnownSubjects known = KnownSubjects.of(catalogue);
        List<Framework> frameworks = new ArrayList<>(catalogue.frameworks());
        List<Mapping> mappings = new ArrayList<>(catalogue.mappings());
        List<RequirementLink> links = new ArrayList<>(content.links());
        Map<FrameworkId, OwnFramework> all = new HashMap<>(own);
        for (ImportedFramework each : imported) {
            frameworks.add(each.framework());
            mappings.addAll(each.mappings(known));
            links.addAll(each.links(known));
            all.put(each.own().id(), each.own());
        }
        return new FrameworkLibrary(
                new Catalogue(
                        catalogue.controls(),
                        frameworks,
                        mappings,
                        catalogue.unrelated(),
                        catalogue.applicationDates(),
                        catalogue.scope()),
                guidance,
                content.with(links),
                deadlines,
                checklistContent,
                crosswalkContent,
                all);
    }

    /// What was imported under an id; empty for what ships with the product.
    public Optional<OwnFramework> own(FrameworkId id) {
        return Optional.ofNullable(own.get(id));
    }

    /// Everything that can be judged.
    public Catalogue catalogue() {
        return catalogue;
    }

    /// Usual situations, each with the facts of scope that it proposes.
    public List<ScopeProfile> profiles() {
        return content.profiles();
    }

    public Crosswalk crosswalk() {
        return crosswalk;
    }

    public List<Framework> frameworks() {
        return catalogue.frameworks();
    }

    /// Requires an id the library has; for one that a person typed, ask [#find].
    public Framework framework(FrameworkId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no framework " + id));
    }

    public Optional<Framework> find(FrameworkId id) {
        return catalogue.framework(id);
    }

    /// In checklist order.
    public List<Control> controls() {
        return catalogue.controls();
    }

    public Optional<Control> control(ControlId id) {
        return catalogue.control(id);
    }

    public Optional<Requirement> requirement(RequirementId id) {
        return catalogue.requirement(id);
    }

    public List<Mapping> mappings() {
        return catalogue.mappings();
    }

    /// Empty where a framework carries none for it.
    public Optional<Guidance> guidance(RequirementId id) {
        return guidance.guidance(id);
    }

    /// What auditors typically object to here: said of the requirement or of the group it stands in.
    public Optional<Objections> objections(RequirementId id) {
        return guidance.objections(id);
    }

    /// What stands beside the catalogue: guidance on controls, responsibilities, threats, links.
    public Content content() {
        return content;
    }

    /// All that is joined, to search for ways over several rows. Built anew by each call.
    public Web web() {
        return new Web(catalogue, content.links());
    }

    /// Its words for readers of `language`.
    public Wording in(Language language) {
        return new Wording(this, language);
    }

    /// Rules about time: what is due when.
    public DeadlineLibrary deadlines() {
        return deadlines;
    }

    /// SHA-256 of the checklist's file.
    public Digest checklistContent() {
        return checklistContent;
    }

    /// SHA-256 of the crosswalk's file.
    public Digest crosswalkContent() {
        return crosswalkContent;
    }

    /// Counted from what is loaded.
    public FrameworkFigures figures(FrameworkId id) {
        return figures(id, framework(id).requirements());
    }

    /// Counted from what stood on a day, as published by `knownOn`.
    public FrameworkFigures figures(FrameworkId id, LocalDate validOn, LocalDate knownOn) {
        return figures(id, standing(id, validOn, knownOn));
    }

    /// The nodes that stood on a day, as published by `knownOn`, in reading order.
    public List<Requirement> standing(FrameworkId id, LocalDate validOn, LocalDate knownOn) {
        return framework(id).requirements().stream()
                .filter(requirement -> catalogue.stands(requirement.id(), validOn, knownOn))
                .toList();
    }

    private FrameworkFigures figures(FrameworkId id, List<Requirement> nodes) {
        List<Requirement> assessable =
                nodes.stream().filter(Requirement::assessable).toList();
        long mapped = assessable.stream()
                .filter(requirement ->
                        !crosswalk.controlsReaching(requirement.id()).isEmpty())
                .count();
        long withExamples = assessable.stream()
                .filter(requirement -> guidance(requirement.id()).isPresent())
                .count();
        return new FrameworkFigures(id, nodes.size(), assessable.size(), withExamples, mapped);
    }
}
