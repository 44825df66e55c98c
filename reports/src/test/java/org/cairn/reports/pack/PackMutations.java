package org.cairn.reports.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.proof.Bytes;

/// Damaged, forged and hostile copies of one pack, the same ones for the same seed: what two verifiers are held against
/// each other with.
final class PackMutations {
    /// @param zip the whole file
    record Mutation(String name, Bytes zip) {}

    /// @param change what is turned over; -1 sets every bit
    /// @param wide   four bytes, else two
    private record Field(String name, int at, int change, boolean wide) {}

    private static final List<String> HOSTILE_NAMES = List.of(
            "../x",
            "a/../b",
            "a//b",
            "/etc/passwd",
            "C:/x",
            "a\\b",
            "con.txt",
            "keys/lpt1",
            "x.",
            ".hidden",
            "-rf",
            "README.TXT",
            "evidence/LOG-1/extra.txt",
            "texts/9-name.txt",
            "ledger/entries/x.json",
            "ledger/entries/99.json",
            "ledger/proofs/99.tlog-proof",
            "ledger/witnessed/7.note",
            "ledger/witnessed/x",
            "a\u0001b",
            "ü.txt",
            "<img src=x onerror=document.title=1>.txt",
            "report.pdf/x",
            "SHA256SUMS.sig",
            "a".repeat(101),
            "a/".repeat(121) + "b");

    private final TamperedPack pack;
    private final byte[] written;
    private final Random random;
    private final List<Mutation> all = new ArrayList<>();

    private PackMutations(TamperedPack pack, long seed) throws IOException {
        this.pack = pack;
        this.written = Files.readAllBytes(pack.folder().resolve("original.zip"));
        this.random = new Random(seed);
    }

    /// @param rounds how often each kind is drawn anew
    static List<Mutation> of(TamperedPack pack, long seed, int rounds) throws Exception {
        var mutations = new PackMutations(pack, seed);
        mutations.whole();
        mutations.container();
        mutations.members();
        for (int i = 0; i < rounds; i++) {
            mutations.contents(i);
        }
        return List.copyOf(mutations.all);
    }

    private void whole() throws Exception {
        add("as written", written);
        add("packed again, stored", zip(pack.copy(), 0));
        add("packed again, deflated", zip(pack.copy(), 9));
        add("empty", new byte[0]);
        add("text", "not a zip at all".getBytes(StandardCharsets.UTF_8));
        add("empty zip", zip(Map.of(), 0));
    }

    /// What the files' bytes do not show: the zip around them.
    private void container() throws IOException {
        int end = written.length - 22;
        int directory = at(end + 16);
        int last = 0;
        for (int i = 0, at = directory; i < 3; i++, at += 46 + word(at + 28) + word(at + 30)) {
            last = at;
        }
        for (int cut : new int[] {1, 21, 22, 23, 100, written.length / 2, written.length - 3}) {
            add("cut by " + cut, Arrays.copyOf(written, written.length - cut));
        }
        add("a byte after the end", joined(written, new byte[1]));
        add("data after the end", joined(written, "PK and more".getBytes(StandardCharsets.UTF_8)));
        add("data before the start", joined(new byte[7], written));
        add("two zips", joined(written, written));
        add("two ends", joined(written, Arrays.copyOfRange(written, end, written.length)));
        add(
                "two directories",
                joined(
                        Arrays.copyOf(written, end),
                        joined(
                                Arrays.copyOfRange(written, directory, end),
                                Arrays.copyOfRange(written, end, written.length))));
        for (Field field : fields(end, last)) {
            byte[] changed = written.clone();
            ByteBuffer buffer = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
            if (field.wide()) {
                buffer.putInt(field.at(), field.change() < 0 ? -1 : at(field.at()) ^ field.change());
            } else {
                buffer.putShort(field.at(), (short) (word(field.at()) ^ field.change()));
            }
            add(field.name(), changed);
        }
        add("fewer files", with(with(written, end + 8, word(end + 8) - 1), end + 10, word(end + 10) - 1));
        add("more files", with(with(written, end + 8, word(end + 8) + 1), end + 10, word(end + 10) + 1));
        Map<String, Bytes> zeros = pack.copy();
        zeros.put("texts/zeros.txt", Bytes.copyOf(new byte[3 << 20]));
        add("three megabytes of zeros", zip(zeros, 9));
        Zip64Pack.of(written).forEach(this::add);
    }

    /// Fields of the end record and of one line of the directory (APPNOTE 6.3.10 sections 4.3.12 and 4.3.16).
    private static List<Field> fields(int end, int line) {
        return List.of(
                new Field("another disk", end + 4, 1, false),
                new Field("fewer files here", end + 8, 1, false),
                new Field("a comment announced", end + 20, 5, false),
                new Field("directory elsewhere", end + 16, 3, true),
                new Field("directory longer", end + 12, 1, true),
                new Field("encrypted", line + 8, 1, false),
                new Field("descriptor announced", line + 8, 8, false),
                new Field("unknown flag", line + 8, 0x20, false),
                new Field("method 12", line + 10, 12, false),
                new Field("another time", line + 12, 2, false),
                new Field("another crc", line + 16, 9, true),
                new Field("another stored size", line + 20, 1, true),
                new Field("another size", line + 24, 1, true),
                new Field("zip64 size", line + 24, -1, true),
                new Field("a longer name", line + 28, 1, false),
                new Field("an extra field", line + 30, 4, false),
                new Field("a file comment", line + 32, 1, false),
                new Field("the file on another disk", line + 34, 1, false),
                new Field("a link", line + 40, 0x2000, false),
                new Field("an overlap", line + 42, 11, true),
                new Field("a bomb", line + 24, 0x0700_0000, true),
                new Field("a huge file", line + 24, 0x7000_0000, true));
    }

    private void members() throws Exception {
        List<String> names = List.copyOf(pack.names());
        for (String name : names) {
            Map<String, Bytes> files = pack.copy();
            files.remove(name);
            add("without " + name, zip(files, 0));
            files.put("other/" + name.replace('/', '-'), pack.file(name));
            add("renamed " + name, zip(files, 0));
        }
        for (String hostile : HOSTILE_NAMES) {
            Map<String, Bytes> files = pack.copy();
            files.put(hostile, Bytes.utf8("hostile"));
            add("with " + hostile, zip(files, 0));
        }
        Map<String, Bytes> nothing = pack.copy();
        nothing.keySet().removeIf(name -> !name.startsWith("SHA256SUMS"));
        add("sums alone", zip(nothing, 0));
    }

    private void contents(int round) throws Exception {
        List<String> names = List.copyOf(pack.names());
        for (String name : names) {
            Map<String, Bytes> files = pack.copy();
            files.put(name, changed(pack.file(name), round));
            boolean signed = random.nextBoolean();
            if (signed) {
                PackZip.resign(files, pack.sample().signer());
            }
            add((signed ? "signed again, " : "") + "changed " + name + " " + round, zip(files, random.nextInt(10)));
        }
        for (int i = 0; i < 12; i++) {
            byte[] flipped = written.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            add("a bit of the zip " + round + "." + i, flipped);
        }
        for (int i = 0; i < 6; i++) {
            String one = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            Map<String, Bytes> files = pack.copy();
            pack.swap(files, one, other);
            if (random.nextBoolean()) {
                PackZip.resign(files, pack.sample().signer());
            }
            add("swapped " + one + " and " + other + " " + round, zip(files, 0));
        }
    }

    private Bytes changed(Bytes content, int round) {
        byte[] bytes = content.toByteArray();
        return switch (round % 6) {
            case 0 -> PackZip.flip(content, random.nextInt(bytes.length));
            case 1 -> lines(content, random.nextInt(4));
            case 2 -> content.slice(0, random.nextInt(bytes.length));
            case 3 -> content.concat(Bytes.copyOf(new byte[] {(byte) random.nextInt(256)}));
            case 4 -> digit(bytes);
            default -> {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                yield Bytes.copyOf(bytes);
            }
        };
    }

    /// A digit or a letter becomes another one: numbers, hashes and names that still have their form.
    private Bytes digit(byte[] bytes) {
        for (int tries = 0; tries < 1000; tries++) {
            int at = random.nextInt(bytes.length);
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                bytes[at] = (byte) ('0' + (bytes[at] - '0' + 1 + random.nextInt(9)) % 10);
                return Bytes.copyOf(bytes);
            }
        }
        bytes[0] ^= 1;
        return Bytes.copyOf(bytes);
    }

    private Bytes lines(Bytes content, int how) {
        List<String> lines = new ArrayList<>(
                List.of(new String(content.toByteArray(), StandardCharsets.ISO_8859_1).split("\n", -1)));
        int at = random.nextInt(lines.size());
        switch (how) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(at));
            case 2 -> lines.add(lines.remove(at));
            default -> lines.set(at, lines.get(at) + ' ');
        }
        return Bytes.copyOf(String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    private void add(String name, byte[] zip) {
        all.add(new Mutation(name, Bytes.copyOf(zip)));
    }

    private int at(int position) {
        return ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN).getInt(position);
    }

    private int word(int position) {
        return Short.toUnsignedInt(
                ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN).getShort(position));
    }

    private static byte[] with(byte[] zip, int position, int value) {
        byte[] changed = zip.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putShort(position, (short) value);
        return changed;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// With data descriptors, as `java.util.zip` writes what it deflates.
    private static byte[] zip(Map<String, Bytes> files, int level) {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            for (Map.Entry<String, Bytes> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().toByteArray());
                zip.closeEntry();
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
