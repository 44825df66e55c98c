package org.cairn.app.ui.frameworks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.crosswalk.Band;

/// The lines of the page. Texts are ready to be shown.
public final class FrameworkLines {
    private FrameworkLines() {}

    /// One control against all frameworks.
    /// @param fields what stands in each framework's column; absent where nothing does
    public record MatrixLine(String control, String title, Map<FrameworkId, Field> fields) {
        public MatrixLine {
            fields = Map.copyOf(fields);
        }

        String words(FrameworkId framework) {
            return Optional.ofNullable(fields.get(framework)).map(Field::words).orElse("");
        }
    }

    /// @param words the best relation, its strength, and how many rows there are
    /// @param rows  all of them, best first
    public record Field(String words, List<Explanation> rows) {
        public Field {
            rows = List.copyOf(rows);
        }
    }

    /// One row of the crosswalk, for a reader who wants to know why.
    /// @param heading  a sentence: how what is related to what
    /// @param title    of what it is related to
    /// @param opinion  whose, and of when
    public record Explanation(String heading, String title, String strength, String rationale, String opinion) {}

    /// @param best  the first of them, best first
    /// @param total how many there are
    public record Ways(List<Way> best, int total) {
        public Ways {
            best = List.copyOf(best);
        }
    }

    /// A way over several rows.
    /// @param heading  what follows from them, and nothing stronger
    /// @param title    of where it ends
    /// @param strength with what lies between, and which row decides
    public record Way(String heading, String title, String strength, List<Explanation> hops) {
        public Way {
            hops = List.copyOf(hops);
        }
    }

    /// Texts under a heading, which says where they are in another language than the window.
    /// @param key what they are, e.g. `evidence`
    public record Part(String key, String heading, List<String> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /// @param reach the strongest mapping, in words
    public record RequirementLine(RequirementId id, String number, String title, Band band, String reach) {}

    /// Everything about one requirement.
    /// @param facts    where it stands, whom it binds, and from when
    /// @param language says that reasons are in another language than the window
    /// @param controls rows of the crosswalk that reach it
    /// @param links    rows to requirements of other frameworks
    public record Detail(
            String heading,
            String title,
            List<String> facts,
            List<Part> parts,
            Optional<String> language,
            List<Explanation> controls,
            List<Explanation> links) {
        public Detail {
            facts = List.copyOf(facts);
            parts = List.copyOf(parts);
            controls = List.copyOf(controls);
            links = List.copyOf(links);
        }
    }

    /// How many assessable requirements lie in each band.
    public record CoverageLine(FrameworkId framework, String title, int assessable, Map<Band, Integer> counts) {
        public CoverageLine {
            counts = Map.copyOf(counts);
        }
    }

    /// A responsibility or a threat.
    /// @param facts name and text, in the order in which they are shown
    public record Card(String id, String title, List<Fact> facts) {
        public Card {
            facts = List.copyOf(facts);
        }
    }

    public record Fact(String name, String text) {}
}
