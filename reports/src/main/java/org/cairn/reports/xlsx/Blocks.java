package org.cairn.reports.xlsx;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/// Holds what is written in blocks: one array that grows would need three times its size while it does.
final class Blocks extends OutputStream {
    private static final int BLOCK = 1 << 18;

    private final Queue<byte[]> full = new ArrayDeque<>();
    private byte[] last = new byte[BLOCK];
    private int used;

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        int left = count;
        while (left > 0) {
            if (used == BLOCK) {
                full.add(last);
                last = new byte[BLOCK];
                used = 0;
            }
            int now = Math.min(left, BLOCK - used);
            System.arraycopy(bytes, from + count - left, last, used, now);
            used += now;
            left -= now;
        }
    }

    /// Everything that was written; nothing of it is held any more.
    byte[] drain() {
        byte[] all = new byte[Math.addExact(Math.multiplyExact(full.size(), BLOCK), used)];
        int at = 0;
        while (!full.isEmpty()) {
            System.arraycopy(full.remove(), 0, all, at, BLOCK);
            at += BLOCK;
        }
        System.arraycopy(last, 0, all, at, used);
        used = 0;
        return all;
    }
}
