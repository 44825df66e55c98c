package org.cairn.frameworks.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.frameworks.own.Draft;
import org.cairn.frameworks.own.Faults;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.Place;
import org.cairn.proof.Bytes;

/// Reads an OSCAL catalogue, or a profile together with the catalogues that it imports. Nothing is fetched: what a
/// profile refers to is handed over with it.
public final class OscalReader {
    private final Faults faults;

    /// @param file as messages name it
    public OscalReader(String file) {
        this.faults = new Faults(file);
    }

    /// A file and what messages call it.
    public record Named(String file, Bytes content) {}

    /// @param catalogs one for each import of a profile, in its order; or one for all of them. None for a catalogue
    /// @throws MalformedFramework with every fault
    public Draft read(Bytes content, List<Named> catalogs) throws MalformedFramework {
        List<OscalCatalog> found = new ArrayList<>();
        List<OscalProfile> profiles = new ArrayList<>();
        OscalJson.read(
                content,
                faults,
                json -> Map.of(
                        "catalog", () -> found.add(new CatalogReading(json).catalog()),
                        "profile", () -> profiles.add(new ProfileReading(json).profile())));
        faults.refuse();
        if (found.size() + profiles.size() != 1) {
            throw faults.last("document", "holds neither one OSCAL catalogue nor one OSCAL profile");
        }
        return found.isEmpty() ? profile(profiles.getFirst(), catalogs) : catalog(found.getFirst());
    }

    private static Draft catalog(OscalCatalog catalog) {
        boolean ours = !catalog.frameworkId().isEmpty();
        return new Draft(
                metadata("/catalog"),
                catalog.frameworkId(),
                catalog.title(),
                catalog.version(),
                ours || !catalog.remarks().isEmpty() ? catalog.remarks() : "OSCAL catalogue " + catalog.uuid(),
                new CatalogDraft(catalog, new OscalText(catalog), _ -> true).nodes(),
                List.of());
    }

    private Draft profile(OscalProfile profile, List<Named> catalogs) throws MalformedFramework {
        profile.altered()
                .forEach(pointer -> faults.add(
                        pointer,
                        "changes the words of a control, which is not carried out here; resolve the profile with a tool"
                                + " of your choice and import the catalogue it makes"));
        if (profile.imports().isEmpty()) {
            faults.add("/profile/imports", "is empty");
        }
        if (catalogs.isEmpty()
                || catalogs.size() > 1 && catalogs.size() != profile.imports().size()) {
            faults.add(
                    "/profile/imports",
                    "imports " + profile.imports().size() + " catalogues and " + catalogs.size()
                            + " were given; give each with --catalog FILE, in this order, or one for all. The first is "
                            + profile.imports().stream()
                                    .findFirst()
                                    .map(OscalProfile.Import::href)
                                    .orElse("none"));
        }
        faults.refuse();
        List<Draft.Node> nodes = new ArrayList<>();
        List<OscalCatalog> read = catalogs(catalogs);
        for (int i = 0; i < profile.imports().size(); i++) {
            OscalCatalog catalog = read.get(read.size() == 1 ? 0 : i);
            OscalText texts = new OscalText(catalog);
            profile.set().forEach(texts::set);
            Set<String> chosen =
                    new ProfileSelection(catalog, faults).of(profile.imports().get(i));
            nodes.addAll(new CatalogDraft(catalog, texts, control -> chosen.contains(control.id())).nodes());
        }
        faults.refuse();
        return new Draft(
                metadata("/profile"),
                "",
                profile.title(),
                profile.version(),
                "OSCAL profile " + profile.uuid(),
                nodes,
                List.of());
    }

    private static List<OscalCatalog> catalogs(List<Named> files) throws MalformedFramework {
        List<OscalCatalog> catalogs = new ArrayList<>();
        for (Named each : files) {
            Faults faults = new Faults(each.file());
            int before = catalogs.size();
            OscalJson.read(
                    each.content(),
                    faults,
                    json -> Map.of("catalog", () -> catalogs.add(new CatalogReading(json).catalog())));
            if (catalogs.size() != before + 1) {
                faults.add("document", "holds no OSCAL catalogue; a profile of a profile is resolved step by step");
            }
            faults.refuse();
        }
        return catalogs;
    }

    /// Where the framework's own fields stand.
    private static Place metadata(String root) {
        return field -> switch (field) {
            case "" -> root;
            case "id" -> root + "/metadata/props";
            case "ref" -> root + "/metadata/version";
            case "text" -> root + "/metadata/remarks";
            default -> root + "/metadata/" + field;
        };
    }
}
