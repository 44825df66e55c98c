package org.cairn.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.verifier.RawZip.File;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {
    @TempDir
    private Path folder;

    private Path zip() {
        return folder.resolve("pack.zip");
    }

    private static List<Defect> defects(Path zip) throws IOException, RefusedInput {
        try (ZipArchive archive = ZipArchive.open(zip, Limits.PACK)) {
            return archive.defects();
        }
    }

    private static Bytes read(ZipArchive archive, String name) throws DamagedFile, RefusedInput {
        return archive.read(Objects.requireNonNull(archive.members().get(name)));
    }

    private static Defect defect(String file, String problem) {
        return Defect.inFile(file, problem);
    }

    @Test
    void readsStoredAndDeflatedFiles() throws Exception {
        byte[] large = "audit ".repeat(30_000).getBytes(StandardCharsets.UTF_8);
        RawZip.write(zip(), File.stored("a.txt", "alpha"), File.deflated("b/c.log", large));
        try (ZipArchive archive = ZipArchive.open(zip(), Limits.PACK)) {
            assertEquals(List.of(), archive.defects());
            assertEquals(Bytes.utf8("alpha"), read(archive, "a.txt"));
            assertEquals(Bytes.copyOf(large), read(archive, "b/c.log"));
        }
    }

    @Test
    void readsAZipThatAnotherToolWrote() throws Exception {
        try (OutputStream out = Files.newOutputStream(zip());
                var writer = new ZipOutputStream(out)) {
            writer.putNextEntry(new ZipEntry("folder/"));
            writer.putNextEntry(new ZipEntry("folder/a.txt"));
            writer.write("alpha".getBytes(StandardCharsets.UTF_8));
            writer.closeEntry();
        }
        try (ZipArchive archive = ZipArchive.open(zip(), Limits.PACK)) {
            assertEquals(List.of(), archive.defects());
            assertEquals(Set.of("folder/a.txt"), archive.members().keySet());
            assertEquals(Bytes.utf8("alpha"), read(archive, "folder/a.txt"));
        }
    }

    static Stream<Arguments> hostileNames() {
        return Stream.of(
                Arguments.of("../escape", "its name has an empty, '.' or '..' part"),
                Arguments.of("a/../../b", "its name has an empty, '.' or '..' part"),
                Arguments.of("a//b", "its name has an empty, '.' or '..' part"),
                Arguments.of("/etc/passwd", "its name is an absolute path"),
                Arguments.of("C:/windows", "its name is an absolute path"),
                Arguments.of("c:evil", "its name is an absolute path"),
                Arguments.of("\\\\server\\share", "its name is an absolute path"),
                Arguments.of("a\\..\\b", "its name has a backslash"),
                Arguments.of("nul.txt", "its name is a device on Windows"),
                Arguments.of("logs/COM1", "its name is a device on Windows"));
    }

    @ParameterizedTest
    @MethodSource("hostileNames")
    void namesThatLeadElsewhereAreDefects(String name, String problem) throws Exception {
        RawZip.write(zip(), File.stored(name, "x"));
        assertEquals(List.of(defect(name, problem)), defects(zip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "report\u202efdp.exe", ".hidden", "-rf", "dot.", "é.txt"})
    void namesThatMisleadAreDefects(String name) throws Exception {
        RawZip.write(zip(), File.stored(name, "x"));
        List<Defect> found = defects(zip());
        assertEquals(1, found.size());
        assertTrue(found.getFirst().file().chars().allMatch(c -> c >= ' ' && c < 0x7f), found.toString());
    }

    static Stream<Arguments> lies() {
        File plain = File.stored("a.txt", "alpha");
        Bytes zip64 = Bytes.parseHex("0100080000000000000000ff");
        return Stream.of(
                Arguments.of(plain.withFlags(1), "is encrypted"),
                Arguments.of(plain.withFlags(1 << 6), "sets zip flags no pack uses (0x40)"),
                Arguments.of(plain.withMethod(14), "uses compression method 14; only stored and deflated are read"),
                Arguments.of(plain.withDeclared(6), "is stored, but with two different sizes"),
                Arguments.of(
                        plain.withAttributes(0120777 << 16), "is a symbolic link, a device or another special file"),
                Arguments.of(
                        plain.withAttributes(0060644 << 16), "is a symbolic link, a device or another special file"),
                Arguments.of(plain.withExtra(zip64), "uses zip64 for more than where it lies, which no pack needs"),
                Arguments.of(plain.withExtra(Bytes.parseHex("7570010000")), "has an extra field no pack uses (0x7075)"),
                Arguments.of(
                        plain.withLocalName("b.txt"), "its header in the zip and its line in the directory differ"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void headersThatLieAreDefectsAndNameTheFile(File file, String problem) throws Exception {
        RawZip.write(zip(), File.stored("0.txt", "good"), file);
        assertTrue(
                defects(zip()).contains(defect("a.txt", problem)),
                defects(zip()).toString());
        try (ZipArchive archive = ZipArchive.open(zip(), Limits.PACK)) {
            assertEquals(Set.of("0.txt"), archive.members().keySet());
            assertEquals(Set.of("a.txt"), archive.faulty());
        }
    }

    @Test
    void zip64SizesAreADefect() throws Exception {
        RawZip.write(zip(), File.stored("a.txt", "alpha").withDeclared(0xffff_ffffL));
        assertThrows(RefusedInput.class, () -> defects(zip()));
    }

    @Test
    void aNameThatOccursTwiceIsADefect() throws Exception {
        RawZip.write(zip(), File.stored("a.txt", "one"), File.stored("a.txt", "two"));
        assertEquals(List.of(defect("a.txt", "occurs twice in the zip")), defects(zip()));
    }

    @Test
    void namesThatDifferOnlyInCaseAreADefect() throws Exception {
        RawZip.write(zip(), File.stored("A.txt", "one"), File.stored("a.txt", "two"));
        assertEquals(List.of(defect("a.txt", "differs from A.txt only in case")), defects(zip()));
    }

    @Test
    void aFileThatIsAlsoAFolderIsADefect() throws Exception {
        RawZip.write(zip(), File.stored("a", "one"), File.stored("a/b", "two"));
        assertEquals(List.of(defect("a", "is a file and, for a/b, a folder")), defects(zip()));
    }

    @Test
    void filesThatShareBytesAreADefect() throws Exception {
        RawZip.write(
                zip(),
                File.stored("a.txt", "alpha"),
                File.stored("b.txt", "beta").withShift(-3));
        assertTrue(defects(zip()).contains(defect("b.txt", "overlaps another file in the zip")));
    }

    @Test
    void aGapBetweenFilesIsADefect() throws Exception {
        byte[] whole = RawZip.bytes(List.of(
                File.stored("a.txt", "alpha"), File.stored("b.txt", "beta").withShift(7)));
        int second = 30 + 5 + 5;
        var gap = new ArrayList<Byte>();
        for (int i = 0; i < whole.length; i++) {
            if (i == second) {
                for (int j = 0; j < 7; j++) {
                    gap.add((byte) 'x');
                }
            }
            gap.add(whole[i]);
        }
        byte[] bytes = new byte[gap.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = gap.get(i);
        }
        int directory = bytes.length - 22 + 16;
        bytes[directory] = (byte) (bytes[directory] + 7);
        Files.write(zip(), bytes);
        assertEquals(List.of(defect("b.txt", "7 bytes before it in the zip belong to no file")), defects(zip()));
    }

    @Test
    void bytesBeforeAndAfterTheZipAreDefects() throws Exception {
        byte[] good = RawZip.bytes(List.of(File.stored("a.txt", "alpha")));
        Files.write(zip(), Bytes.copyOf(good).concat(Bytes.utf8("tail")).toByteArray());
        assertEquals(List.of(defect("pack.zip", "4 bytes follow the end of the zip")), defects(zip()));
        Files.write(zip(), Bytes.utf8("MZ").concat(Bytes.copyOf(good)).toByteArray());
        try (ZipArchive archive = ZipArchive.open(zip(), Limits.PACK)) {
            assertFalse(archive.readable());
            assertEquals("pack.zip", archive.defects().getFirst().file());
        }
    }

    @Test
    void everyFlippedByteOfAZipIsFoundWhereItChangesNameSizeOrContent() throws Exception {
        byte[] good = RawZip.bytes(List.of(
                File.stored("a.txt", "alpha"),
                File.deflated("b.txt", "beta ".repeat(50).getBytes(StandardCharsets.UTF_8))));
        List<Integer> silent = new ArrayList<>();
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 0x01;
            Files.write(zip(), bad);
            if (!noticed()) {
                silent.add(at);
            }
        }
        // Silent: who made the zip, text or binary, and Unix permissions; in each of two directory records.
        int first = (30 + 5 + 5)
                + (30
                        + 5
                        + RawZip.File.deflated("b.txt", "beta ".repeat(50).getBytes(StandardCharsets.UTF_8))
                                .data()
                                .size());
        int second = first + 46 + 5;
        List<Integer> harmless = new ArrayList<>();
        for (int record : new int[] {first, second}) {
            for (int field : new int[] {4, 5, 36, 37, 38, 39, 40, 41}) {
                harmless.add(record + field);
            }
        }
        assertEquals(harmless, silent);
    }

    private boolean noticed() throws IOException {
        try (ZipArchive archive = ZipArchive.open(zip(), Limits.PACK)) {
            for (ZipMember member : archive.members().values()) {
                archive.read(member);
            }
            return !archive.defects().isEmpty() || !archive.members().keySet().equals(Set.of("a.txt", "b.txt"));
        } catch (RefusedInput | DamagedFile e) {
            return true;
        }
    }

    @Test
    void aDeflateStreamLongerThanItsSizeIsDamaged() throws Exception {
        RawZip.write(zip(), File.deflated("a.txt", new byte[5000]).withDeclared(10));
        try (ZipArchive archive = ZipArchive.open(zip(), Limits.PACK)) {
            assertThrows(DamagedFile.class, () -> read(archive, "a.txt"));
        }
    }

    @Test
    void aBombOfThreeGibibytesIsRefusedBeforeItIsUnpacked() throws Exception {
        File bomb = File.deflated("bomb", new byte[64 << 20]).withDeclared(3L << 30);
        RawZip.write(zip(), bomb);
        var refused = Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThrows(RefusedInput.class, () -> PackVerification.verify(zip())));
        assertEquals(zip() + ": bomb unpacks to 3221225472 bytes; at most 2147483647 are read", refused.getMessage());
    }

    @Test
    void manyFilesThatTogetherAreABombAreRefused() throws Exception {
        File part = File.deflated("part", new byte[1 << 20]);
        List<File> parts = new ArrayList<>();
        for (int i = 0; i < 17_000; i++) {
            parts.add(new File("part" + i, "part" + i, 0, 8, part.data(), part.crc(), 1 << 20, 0, Bytes.empty(), 0));
        }
        Files.write(zip(), RawZip.bytes(parts));
        var refused = assertThrows(RefusedInput.class, () -> PackVerification.verify(zip()));
        assertEquals(zip() + ": unpacks to 17825792000 bytes; at most 17179869184 are read", refused.getMessage());
    }

    @Test
    void aRatioBeyondTheLimitIsRefused() throws Exception {
        RawZip.write(zip(), File.deflated("zeros", new byte[8 << 20]));
        var refused = assertThrows(RefusedInput.class, () -> PackVerification.verify(zip()));
        assertTrue(String.valueOf(refused.getMessage()).endsWith("at most 200 times the stored size is read"));
    }

    @Test
    void moreFilesThanTheLimitAreRefused() throws Exception {
        RawZip.write(zip(), File.stored("a", ""), File.stored("b", ""), File.stored("c", ""));
        var refused = assertThrows(RefusedInput.class, () -> ZipArchive.open(zip(), new Limits(2, 10, 10, 10, 10)));
        assertEquals(zip() + ": holds 3 files; at most 2 are read", refused.getMessage());
    }

    @Test
    void aFileThatHasToBeHeldIsReadUpToALimitAndALargerOneOnlyDigested() throws Exception {
        Limits small = new Limits(2, 10_000, 1_000, 10_000, 200);
        byte[] content = new byte[5_000];
        RawZip.write(zip(), File.deflated("large", content));
        try (ZipArchive archive = ZipArchive.open(zip(), small)) {
            var member = Objects.requireNonNull(archive.members().get("large"));
            assertEquals(Digest.sha256(Bytes.copyOf(content)), archive.sha256(Bytes.empty(), member));
            var refused = assertThrows(RefusedInput.class, () -> archive.read(member));
            assertEquals(
                    zip() + ": large unpacks to 5000 bytes; of a file that is no artefact at most 1000 are read",
                    refused.getMessage());
        }
    }

    @Test
    void moreFilesThanSixteenBitsCountAreReadFromAZip64() throws Exception {
        Files.write(zip(), RawZip.zip64(List.of(File.stored("a.txt", "alpha")), _ -> {}));
        assertEquals(List.of(), defects(zip()));
        List<File> files = IntStream.range(0, 66_000)
                .mapToObj(i -> File.stored("f" + i, ""))
                .toList();
        Files.write(zip(), RawZip.zip64(files, _ -> {}));
        try (ZipArchive archive = ZipArchive.open(zip(), Limits.PACK)) {
            assertEquals(List.of(), archive.defects());
            assertEquals(66_000, archive.members().size());
        }
    }

    static Stream<Arguments> zip64Lies() {
        String damaged = "its zip64 end record is damaged or not where it has to be";
        return Stream.of(
                Arguments.of("its signature", 0, damaged),
                Arguments.of("its size", 4, damaged),
                Arguments.of("its disk", 16, "its end record and its zip64 end record differ"),
                Arguments.of("its number of files", 32, "its end record and its zip64 end record differ"),
                Arguments.of("the directory's place", 48, "its end record and its zip64 end record differ"),
                Arguments.of("where the locator points", 56 + 8, damaged),
                Arguments.of("how many disks there are", 56 + 16, damaged));
    }

    @ParameterizedTest
    @MethodSource("zip64Lies")
    void aZip64EndThatLiesIsADefect(String what, int at, String problem) throws Exception {
        List<File> files = List.of(File.stored("a.txt", "alpha"));
        Files.write(zip(), RawZip.zip64(files, end -> end.put(at, (byte) (end.get(at) + 1))));
        assertTrue(defects(zip()).contains(defect("pack.zip", problem)), what + ": " + defects(zip()));
    }

    @Test
    void whatIsNoZipIsRefusedWithItsReason() throws Exception {
        assertEquals(
                folder.resolve("none.zip") + ": no such file",
                assertThrows(RefusedInput.class, () -> PackVerification.verify(folder.resolve("none.zip")))
                        .getMessage());
        assertThrows(RefusedInput.class, () -> PackVerification.verify(folder));
        Files.writeString(zip(), "");
        assertThrows(RefusedInput.class, () -> PackVerification.verify(zip()));
        Files.writeString(zip(), "%PDF-1.7 something else");
        assertEquals(
                zip() + ": is not a zip, so it is not a pack",
                assertThrows(RefusedInput.class, () -> PackVerification.verify(zip()))
                        .getMessage());
        byte[] good = RawZip.bytes(List.of(File.stored("a.txt", "alpha")));
        Files.write(zip(), Bytes.copyOf(good).slice(0, good.length - 30).toByteArray());
        assertTrue(String.valueOf(assertThrows(RefusedInput.class, () -> PackVerification.verify(zip()))
                        .getMessage())
                .contains("cut short"));
    }

    @Test
    void anEmptyZipLacksEverything() throws Exception {
        Files.write(zip(), RawZip.bytes(List.of()));
        Report report = PackVerification.verify(zip());
        assertEquals(List.of(), report.defects());
        assertEquals(
                List.of(
                        "SHA256SUMS",
                        "certificates/chain.pem",
                        "certificates/root.pem",
                        "ledger/keys",
                        "manifest.json"),
                report.missing());
        assertEquals(2, report.exitCode());
    }
}
