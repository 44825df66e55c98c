package org.cairn.reports.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/// A zip written anew as a large one is: the directory says in zip64 fields where each file lies, and a zip64 end
/// record
/// where the directory lies (APPNOTE 6.3.10 sections 4.3.14, 4.3.15 and 4.5.3).
final class Zip64Pack {
    private static final int CENTRAL = 46;
    private static final int END = 22;
    private static final int FAR_AT = 42;

    private final ByteBuffer zip;
    private final int directory;
    private final int end;

    private Zip64Pack(byte[] zip) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        end = zip.length - END;
        directory = this.zip.getInt(end + 16);
    }

    /// Sound, and with each kind of lie, by what is wrong. All of one length.
    static Map<String, byte[]> of(byte[] plain) {
        var writer = new Zip64Pack(plain);
        byte[] sound = writer.written();
        Map<String, byte[]> all = new TreeMap<>();
        all.put("zip64", sound);
        int first = writer.directory;
        int name = Short.toUnsignedInt(writer.zip.getShort(first + 28));
        int record = sound.length - END - 20 - 56;
        Map<String, Integer> places = Map.of(
                "end record's signature", record,
                "end record's size", record + 4,
                "disk", record + 16,
                "files", record + 32,
                "directory's size", record + 40,
                "directory's place", record + 48,
                "locator's signature", record + 56,
                "locator's place", record + 64,
                "disks", record + 72,
                "file's place", first + CENTRAL + name + 4);
        places.forEach((what, at) -> {
            all.put("zip64, another " + what, changed(sound, at, 1));
            all.put("zip64, a huge " + what, changed(sound, at + 3, 0x7f));
        });
        all.put("zip64, a place without its field", changed(sound, first + CENTRAL + name, 3));
        all.put("zip64, a field without a need", changed(sound, first + FAR_AT, 0xff));
        return all;
    }

    private static byte[] changed(byte[] zip, int at, int by) {
        byte[] changed = zip.clone();
        changed[at] ^= (byte) by;
        return changed;
    }

    private byte[] written() {
        var out = new ByteArrayOutputStream();
        out.write(zip.array(), 0, directory);
        int files = 0;
        for (int at = directory; at < end; files++) {
            int name = Short.toUnsignedInt(zip.getShort(at + 28));
            ByteBuffer line = buffer(CENTRAL + name + 12).put(zip.array(), at, CENTRAL + name);
            line.putShort((short) 1).putShort((short) 8).putLong(zip.getInt(at + FAR_AT));
            line.putShort(30, (short) 12).putInt(FAR_AT, -1);
            out.writeBytes(bytes(line));
            at += CENTRAL + name;
        }
        int after = out.size();
        ByteBuffer large =
                buffer(76).putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
        large.putInt(0)
                .putInt(0)
                .putLong(files)
                .putLong(files)
                .putLong(after - directory)
                .putLong(directory);
        large.putInt(0x07064b50).putInt(0).putLong(after).putInt(1);
        out.writeBytes(bytes(large));
        ByteBuffer last =
                buffer(END).putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1);
        out.writeBytes(bytes(last));
        return out.toByteArray();
    }

    private static byte[] bytes(ByteBuffer full) {
        byte[] bytes = new byte[full.capacity()];
        full.rewind().get(bytes);
        return bytes;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
