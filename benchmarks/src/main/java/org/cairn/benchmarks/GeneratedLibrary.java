package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a catalogue of any size in the product's own form (`docs/frameworks.md`): titles as long as the real ones, a
/// heading for each ten rows, and one mapping a row up to what the crosswalk may hold.
record GeneratedLibrary(int frameworks, int rows) {
    private static final int ROWS_A_HEADING = 10;
    private static final int CONTROLS = 65;
    private static final int MAPPED_EVERY = 5;

    Path write(Path folder) throws IOException {
        StringBuilder index = new StringBuilder();
        StringBuilder mappings = new StringBuilder();
        for (int framework = 0; framework < frameworks; framework++) {
            String id = "generated-" + framework;
            index.append(index.isEmpty() ? "" : ",\n")
                    .append("    {\"id\": \"")
                    .append(id)
                    .append("\"}");
            write(folder.resolve(id).resolve("framework.json"), framework(id));
            mappings(id, framework, mappings);
        }
        write(folder.resolve("index.json"), "{\n  \"format\": 1,\n  \"frameworks\": [\n" + index + "\n  ]\n}\n");
        write(folder.resolve("checklist.json"), checklist());
        write(
                folder.resolve("crosswalk.json"),
                "{\n  \"format\": 1,\n  \"title\": \"Crosswalk\",\n  \"version\": \"1\",\n  \"readOn\": \"2026-11-21\",\n"
                        + "  \"mappings\": [\n" + mappings + "\n  ]\n}\n");
        return folder;
    }

    private String framework(String id) {
        StringBuilder text = new StringBuilder("{\n  \"format\": 1,\n  \"id\": \"" + id + "\",\n  \"title\": \"" + id
                + "\",\n  \"version\": \"1\",\n  \"readOn\": \"2026-11-21\",\n  \"source\": \"generated\",\n"
                + "  \"licence\": \"none\",\n  \"nodes\": [\n"
                + "    {\"id\": \"ROOT\", \"title\": \"All\", \"kind\": \"group\", \"citation\": \"generated\"}");
        for (int row = 0; row < rows; row++) {
            boolean heading = row % ROWS_A_HEADING == 0;
            text.append(",\n    {\"id\": \"Art. ")
                    .append(row)
                    .append("\", \"parent\": \"")
                    .append(heading ? "ROOT" : "Art. " + row / ROWS_A_HEADING * ROWS_A_HEADING)
                    .append("\", \"title\": \"Keep a record of what was done in case number ")
                    .append(row)
                    .append("\", \"binds\": [\"provider\", \"deployer\"], \"kind\": \"")
                    .append(heading ? "group" : "obligation")
                    .append("\", \"citation\": \"Regulation (EU) 2026/1, Art. ")
                    .append(row)
                    .append("\"}");
        }
        return text.append("\n  ]\n}\n").toString();
    }

    private void mappings(String id, int framework, StringBuilder text) {
        for (int row = 1; row < rows; row += MAPPED_EVERY) {
            if (row % ROWS_A_HEADING != 0) {
                text.append(text.isEmpty() ? "" : ",\n")
                        .append("    {\"control\": \"GEN-")
                        .append(1 + (row + framework) % CONTROLS)
                        .append("\", \"framework\": \"")
                        .append(id)
                        .append("\", \"requirement\": \"Art. ")
                        .append(row)
                        .append("\", \"relation\": \"intersects-with\", \"strength\": 5,")
                        .append(" \"rationale\": \"Both ask for a record; the requirement also says of what.\",")
                        .append(" \"author\": \"generated\", \"date\": \"2026-11-21\"}");
            }
        }
    }

    private static String checklist() {
        StringBuilder text = new StringBuilder(
                "{\n  \"format\": 1,\n  \"title\": \"Checklist\",\n  \"version\": \"1\",\n  \"controls\": [\n");
        for (int control = 1; control <= CONTROLS; control++) {
            text.append(control == 1 ? "" : ",\n")
                    .append("    {\"id\": \"GEN-")
                    .append(control)
                    .append("\", \"category\": \"Generated\", \"title\": \"Control ")
                    .append(control)
                    .append("\"}");
        }
        return text.append("\n  ]\n}\n").toString();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
