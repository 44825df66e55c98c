package org.cairn.collectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.cairn.collectors.file.ModelContent.Import;
import org.cairn.collectors.host.RandomBytes;
import org.cairn.proof.Bytes;

/// Files made to mislead or to break whoever reads them.
final class HostileFilesProperties {
    /// `builtins.eval("print('456')")`, protocol 4.
    private static final byte[] EVIL = Bytes.parseHex(
                    "80049528000000000000008c086275696c74696e73948c046576616c9493948c0c7072696e7428273435362729948594522e")
            .toByteArray();

    private static final class Memory implements RandomBytes {
        private final byte[] bytes;

        Memory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] read(long position, int length) {
            if (position >= bytes.length) {
                return new byte[0];
            }
            return Arrays.copyOfRange(bytes, (int) position, (int) Math.min(bytes.length, position + length));
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    @Property
    void noBytesBreakThePickleScan(@ForAll @Size(max = 200) byte[] bytes) {
        PickleScan scan = PickleScan.of(bytes);
        assertTrue(scan.defect().isPresent() || scan.pickles() > 0);
    }

    /// Every byte of the archive, set to every value.
    @Example
    void noMutatedZipBreaksTheReaderOrHidesItsPickleInSilence() throws IOException {
        byte[] whole = zip("archive/data.pkl", EVIL);
        for (int at = 0; at < whole.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] mutated = whole.clone();
                mutated[at] = (byte) value;
                ModelContent content = ModelContent.of(ModelFormat.ZIP, new Memory(mutated));
                assertFalse(
                        content.imports().isEmpty() && content.defects().isEmpty(),
                        "called clean with byte " + at + " set to " + value);
            }
        }
    }

    @Example
    void findsAPickleBehindDeflateUnderAnyName() throws IOException {
        for (String name : List.of("archive/data.pkl", "weights", "notes.txt")) {
            assertEquals(
                    new ModelContent(List.of(new Import(name, "builtins eval")), List.of()),
                    ModelContent.of(ModelFormat.ZIP, new Memory(zip(name, EVIL))));
        }
    }

    @Example
    void anArrayOfObjectsIsNotClean() throws IOException {
        byte[] array = "\u0093NUMPY\u0001\u0000v\u0000{'descr': '|O', 'fortran_order': False}"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                new ModelContent(List.of(), List.of("member a.npy holds pickled objects")),
                ModelContent.of(ModelFormat.ZIP, new Memory(zip("a.npy", array))));
        assertEquals(
                new ModelContent(List.of(), List.of("the array holds pickled objects")),
                ModelContent.of(ModelFormat.NPY, new Memory(array)));
    }

    @Example
    void readsAZip64Directory() throws IOException {
        byte[] name = "m/data.pkl".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x04034b50)
                .put(new byte[22])
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name)
                .put(EVIL);
        int directory = out.position();
        CRC32 crc = new CRC32();
        crc.update(EVIL);
        out.putInt(0x02014b50)
                .put(new byte[12])
                .putInt((int) crc.getValue())
                .putInt(-1)
                .putInt(-1)
                .putShort((short) name.length);
        out.putShort((short) 28).put(new byte[10]).putInt(-1).put(name);
        out.putShort((short) 1)
                .putShort((short) 24)
                .putLong(EVIL.length)
                .putLong(EVIL.length)
                .putLong(0);
        int end = out.position();
        out.putInt(0x06064b50)
                .putLong(44)
                .put(new byte[12])
                .putLong(1)
                .putLong(1)
                .putLong(end - directory);
        out.putLong(directory);
        out.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        out.putInt(0x06054b50)
                .putInt(0)
                .putShort((short) -1)
                .putShort((short) -1)
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 0);
        assertEquals(
                new ModelContent(List.of(new Import("m/data.pkl", "builtins eval")), List.of()),
                ModelContent.of(ModelFormat.ZIP, new Memory(Arrays.copyOf(out.array(), out.position()))));
    }
}
