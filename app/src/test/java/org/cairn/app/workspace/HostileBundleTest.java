package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bundle that somebody changed on its way, at every kind of place.
class HostileBundleTest {
    private static final int SAMPLES = 150;

    @TempDir
    Path temporary;

    private Laptop anna;
    private Laptop ben;
    private byte[] bundle = {};

    @BeforeEach
    void export() throws IOException, WorkspaceException {
        anna = new Laptop(temporary, "anna");
        ben = new Laptop(temporary, "ben");
        Laptop.pair(anna, ben);
        anna.answer(AnswerStatus.MET, "two firewalls");
        Path file = Files.writeString(temporary.resolve("policy.txt"), "Nobody leaves the network.");
        anna.workspace.attach(file, Laptop.CONTROL, "policy");
        bundle = Files.readAllBytes(anna.export(ben));
    }

    @AfterEach
    void close() throws WorkspaceException {
        anna.close();
        ben.close();
    }

    private void isRefused(byte[] changed, String how) throws IOException, WorkspaceException {
        var before = ben.state();
        long size = ben.workspace.describe().size();
        Path file = Files.write(temporary.resolve("changed.bundle"), changed);
        WorkspaceException refusal = assertThrows(WorkspaceException.class, () -> ben.take(file), how);
        assertEquals(Kind.BAD_INPUT, refusal.kind(), how);
        assertTrue(String.valueOf(refusal.getMessage()).contains("nothing was imported"), refusal.toString());
        assertEquals(size, ben.workspace.describe().size(), how);
        assertEquals(before, ben.state(), how);
    }

    @Test
    void aFlippedBitAnywhereIsRefusedAndChangesNothing() throws IOException, WorkspaceException {
        Set<Integer> places = new TreeSet<>();
        for (int at = 0; at < 400; at += 9) {
            places.add(at);
        }
        for (int sample = 0; sample < SAMPLES; sample++) {
            places.add((int) ((long) sample * (bundle.length - 1) / (SAMPLES - 1)));
        }
        for (int at : places) {
            byte[] changed = bundle.clone();
            changed[at] ^= (byte) (1 << at % 8);
            isRefused(changed, "bit of byte " + at);
        }
        ben.take(Files.write(temporary.resolve("whole.bundle"), bundle));
    }

    @Test
    void aBundleThatIsCutShortOrGoesOnIsRefused() throws IOException, WorkspaceException {
        for (int length : new int[] {0, 10, 24, 26, 300, bundle.length / 2, bundle.length - 38, bundle.length - 1}) {
            isRefused(Arrays.copyOf(bundle, length), "the first " + length + " bytes");
        }
        isRefused(Arrays.copyOf(bundle, bundle.length + 1), "one byte more");
    }

    @Test
    void aPartThatClaimsToBeHugeIsRefusedBeforeItIsRead() throws IOException, WorkspaceException {
        byte[] changed = bundle.clone();
        ByteBuffer.wrap(changed).putInt(25, Integer.MAX_VALUE);
        isRefused(changed, "a head of two gigabytes");
    }

    @Test
    void partsOutOfOrderAreRefused() throws IOException, WorkspaceException {
        byte[] changed = bundle.clone();
        int checkpoint = 24 + 5 + ByteBuffer.wrap(bundle).getInt(25);
        assertEquals('C', changed[checkpoint]);
        changed[checkpoint] = 'P';
        isRefused(changed, "a payload in the checkpoint's place");
    }

    @Test
    void whatIsNoBundleIsRefused() throws IOException, WorkspaceException {
        isRefused("PK\u0003\u0004 a zip".getBytes(StandardCharsets.ISO_8859_1), "a zip");
    }
}
