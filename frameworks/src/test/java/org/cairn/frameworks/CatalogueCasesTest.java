package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.FrameworkId;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A small catalogue that loads (`src/test/cases/catalogue/sound.pass`), and folders that each replace files of it and
/// are refused: `refusal.txt` beside them is what the refusal says.
class CatalogueCasesTest {
    private static final Path CASES =
            Path.of(System.getProperty("cases.dir", "src/test/cases")).resolve("catalogue");
    private static final Path SOUND = CASES.resolve("sound.pass");

    static Stream<Path> refused() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(folder -> folder.toString().endsWith(".fail")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithFileLineAndReason(Path folder) throws IOException {
        String expected = Files.readString(folder.resolve("refusal.txt")).strip();
        MalformedCatalogue refusal = assertThrows(MalformedCatalogue.class, () -> FrameworkLibrary.read(over(folder)));
        assertEquals(expected, refusal.getMessage());
    }

    /// The sound catalogue with the files of `folder` in place of its own.
    private static CatalogueFiles over(Path folder) {
        CatalogueFiles changed = CatalogueFiles.in(folder);
        CatalogueFiles sound = CatalogueFiles.in(SOUND);
        return name -> {
            Optional<Bytes> own = changed.read(name);
            return own.isPresent() ? own : sound.read(name);
        };
    }

    @Test
    void theSoundCatalogueLoads() throws MalformedCatalogue, IOException {
        FrameworkLibrary library = FrameworkLibrary.read(CatalogueFiles.in(SOUND));
        assertEquals(new FrameworkFigures(new FrameworkId("law"), 4, 2, 1, 1), library.figures(new FrameworkId("law")));
        assertEquals(1, library.catalogue().unrelated().size());
        assertEquals(1, library.content().links().size());
        assertEquals(
                "T",
                library.in(Language.DE).title(library.controls().getFirst()).words());
    }

    @Test
    void aNameThatLeavesTheFolderIsNotThere() throws IOException {
        assertEquals(Optional.empty(), CatalogueFiles.in(SOUND).read("../sound.pass/index.json/../../x"));
        assertEquals(Optional.empty(), CatalogueFiles.in(SOUND.resolve("law")).read("../index.json"));
    }
}
