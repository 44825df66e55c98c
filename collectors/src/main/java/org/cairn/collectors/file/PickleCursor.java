package org.cairn.collectors.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads a pickle's arguments: little-endian, as pickletools documents them. Never trusts a length.
final class PickleCursor {
    private final ByteBuffer bytes;

    PickleCursor(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean atEnd() {
        return !bytes.hasRemaining();
    }

    int position() {
        return bytes.position();
    }

    int uint1() throws MalformedPickle {
        need(1);
        return bytes.get() & 0xff;
    }

    int uint2() throws MalformedPickle {
        need(2);
        return bytes.getShort() & 0xffff;
    }

    long uint4() throws MalformedPickle {
        need(4);
        return bytes.getInt() & 0xffff_ffffL;
    }

    long int8() throws MalformedPickle {
        need(8);
        return bytes.getLong();
    }

    void skip(long length) throws MalformedPickle {
        need(length);
        bytes.position(bytes.position() + (int) length);
    }

    String text(long length) throws MalformedPickle {
        need(length);
        byte[] text = new byte[(int) length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /// Up to the next newline, which is consumed.
    String line() throws MalformedPickle {
        int start = bytes.position();
        for (int at = start; at < bytes.limit(); at++) {
            if (bytes.get(at) == '\n') {
                String line = text((long) at - start);
                bytes.position(at + 1);
                return line;
            }
        }
        throw new MalformedPickle("a line without an end at byte " + start);
    }

    private void need(long length) throws MalformedPickle {
        if (length < 0 || length > bytes.remaining()) {
            throw new MalformedPickle("cut short at byte " + bytes.position());
        }
    }
}
