package org.cairn.benchmarks.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Frameworks as an organisation brings them: tables in CSV (`docs/frameworks.md`), a heading for each ten rows, texts
/// as
/// long as those of the law, and a mapping for every fifth row.
/// @param requirements assessable rows, spread over all frameworks
record GeneratedTables(int requirements) {
    static final int FRAMEWORKS = 8;

    private static final int ROWS_A_HEADING = 10;
    private static final int MAPPED_EVERY = 5;
    private static final String HEAD =
            "row,id,parent,ref,title,text,assessable,mapped,relation,strength,rationale,author,date\n";
    private static final List<String> SUBJECTS = List.of(
            "access rights",
            "outbound traffic",
            "training data",
            "model weights",
            "audit logs",
            "backups",
            "incidents");
    private static final List<String> DEMANDS = List.of(
            "are reviewed by somebody who did not grant them",
            "are kept for as long as the register says",
            "are known before the system goes into service",
            "are restored once a year from what is kept elsewhere",
            "are told to those whom they concern");

    /// @param controls that rows are mapped to
    List<Path> write(Path folder, List<String> controls) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int framework = 0; framework < FRAMEWORKS; framework++) {
            int rows = requirements / FRAMEWORKS + (framework < requirements % FRAMEWORKS ? 1 : 0);
            files.add(Files.writeString(folder.resolve("own-" + framework + ".csv"), table(framework, rows, controls)));
        }
        return files;
    }

    private static String table(int framework, int rows, List<String> controls) {
        StringBuilder text = new StringBuilder(HEAD)
                .append(String.format(
                        Locale.ROOT,
                        "framework,own-%d,,2024,Own rules of division %d,generated,,,,,,,%n",
                        framework,
                        framework + 1));
        StringBuilder mappings = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            int chapter = row / ROWS_A_HEADING + 1;
            if (row % ROWS_A_HEADING == 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "requirement,%d,,Chapter %d,Chapter %d on %s,,no,,,,,,%n",
                        chapter,
                        chapter,
                        chapter,
                        SUBJECTS.get(chapter % SUBJECTS.size())));
            }
            String id = chapter + "." + (row % ROWS_A_HEADING + 1);
            String demand = SUBJECTS.get(chapter % SUBJECTS.size()) + " " + DEMANDS.get(row % DEMANDS.size());
            text.append(String.format(
                    Locale.ROOT,
                    "requirement,%s,%d,no. %s,Rule %s: %s,\"Whoever runs the system shows that %s; what is shown names its"
                            + " day, its author and case %d.\",yes,,,,,,%n",
                    id,
                    chapter,
                    id,
                    id,
                    demand,
                    demand,
                    row));
            if (row % MAPPED_EVERY == 0) {
                mappings.append(String.format(
                        Locale.ROOT,
                        "mapping,%s,,,,,,%s,intersects-with,4,Both ask that %s.,generated,2024-01-01%n",
                        id,
                        controls.get((row + framework) % controls.size()),
                        demand));
            }
        }
        return text.append(mappings).toString();
    }
}
