package org.cairn.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.cairn.proof.Bytes;

/// Writes zips whose every field can be a lie.
final class RawZip {
    /// @param localName  in the local header; differs from `name` only in a hostile zip
    /// @param declared   size that both headers declare
    /// @param attributes external attributes, Unix mode in the upper half
    /// @param shift      added to the true offset in the directory
    record File(
            String name,
            String localName,
            int flags,
            int method,
            Bytes data,
            long crc,
            long declared,
            int attributes,
            Bytes extra,
            int shift) {
        static File stored(String name, String content) {
            Bytes bytes = Bytes.utf8(content);
            return new File(name, name, 0, 0, bytes, checksum(bytes), bytes.size(), 0100644 << 16, Bytes.empty(), 0);
        }

        static File deflated(String name, byte[] content) {
            Bytes data = deflate(content);
            return new File(
                    name,
                    name,
                    0,
                    8,
                    data,
                    checksum(Bytes.copyOf(content)),
                    content.length,
                    0100644 << 16,
                    Bytes.empty(),
                    0);
        }

        File withLocalName(String other) {
            return new File(name, other, flags, method, data, crc, declared, attributes, extra, shift);
        }

        File withFlags(int other) {
            return new File(name, localName, other, method, data, crc, declared, attributes, extra, shift);
        }

        File withMethod(int other) {
            return new File(name, localName, flags, other, data, crc, declared, attributes, extra, shift);
        }

        File withDeclared(long other) {
            return new File(name, localName, flags, method, data, crc, other, attributes, extra, shift);
        }

        File withAttributes(int other) {
            return new File(name, localName, flags, method, data, crc, declared, other, extra, shift);
        }

        File withExtra(Bytes other) {
            return new File(name, localName, flags, method, data, crc, declared, attributes, other, shift);
        }

        File withShift(int other) {
            return new File(name, localName, flags, method, data, crc, declared, attributes, extra, other);
        }
    }

    private static final int MODIFIED = 0x5a00_0000;

    private RawZip() {}

    static Path write(Path file, File... files) throws IOException {
        return Files.write(file, bytes(List.of(files)));
    }

    static byte[] bytes(List<File> files) {
        var out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        for (File file : files) {
            offsets.add(out.size());
            ByteBuffer header = buffer(30).putInt(ZipRecords.LOCAL_SIGNATURE);
            shared(header, file, file.localName());
            header.putShort((short) file.extra().size());
            out.writeBytes(written(header));
            out.writeBytes(Bytes.utf8(file.localName()).toByteArray());
            out.writeBytes(file.extra().toByteArray());
            out.writeBytes(file.data().toByteArray());
        }
        int start = out.size();
        for (int i = 0; i < files.size(); i++) {
            out.writeBytes(central(files.get(i), offsets.get(i)));
        }
        ByteBuffer end = buffer(22).putInt(ZipRecords.END_SIGNATURE).putInt(0);
        end.putShort((short) files.size()).putShort((short) files.size());
        end.putInt(out.size() - start).putInt(start).putShort((short) 0);
        out.writeBytes(written(end));
        return out.toByteArray();
    }

    /// The same with a zip64 end, as a larger zip has.
    /// @param lie changes the zip64 end record and its locator, which follow each other
    static byte[] zip64(List<File> files, Consumer<ByteBuffer> lie) {
        byte[] plain = bytes(files);
        int at = plain.length - 22;
        ByteBuffer end = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer large = buffer(76).putInt(ZipRecords.END64_SIGNATURE).putLong(44);
        large.putShort((short) 45).putShort((short) 45).putInt(0).putInt(0);
        large.putLong(files.size()).putLong(files.size());
        large.putLong(end.getInt(at + 12)).putLong(end.getInt(at + 16));
        large.putInt(ZipRecords.LOCATOR_SIGNATURE).putInt(0).putLong(at).putInt(1);
        lie.accept(large);
        if (files.size() > 0xffff) {
            end.putInt(at + 8, -1);
        }
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, at);
        out.writeBytes(written(large));
        out.write(plain, at, 22);
        return out.toByteArray();
    }

    private static byte[] central(File file, int offset) {
        Bytes name = Bytes.utf8(file.name());
        ByteBuffer header = buffer(46 + name.size() + file.extra().size());
        header.putInt(ZipRecords.CENTRAL_SIGNATURE).putShort((short) 0x0314);
        shared(header, file, file.name());
        header.putShort((short) file.extra().size())
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0);
        header.putInt(file.attributes()).putInt(offset + file.shift());
        return written(header.put(name.toByteArray()).put(file.extra().toByteArray()));
    }

    private static void shared(ByteBuffer header, File file, String name) {
        header.putShort((short) 20).putShort((short) file.flags()).putShort((short) file.method());
        header.putInt(MODIFIED).putInt((int) file.crc()).putInt(file.data().size());
        header.putInt((int) file.declared()).putShort((short) Bytes.utf8(name).size());
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long checksum(Bytes bytes) {
        var crc = new CRC32();
        crc.update(bytes.asByteBuffer());
        return crc.getValue();
    }

    private static Bytes deflate(byte[] content) {
        try (var deflater = new Deflater(9, true)) {
            deflater.setInput(content);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] chunk = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return Bytes.copyOf(out.toByteArray());
        }
    }
}
