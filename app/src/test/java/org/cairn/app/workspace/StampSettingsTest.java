package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampSettingsTest {
    @TempDir
    Path temporary;

    @Test
    void theAuthoritysListIsKeptWithTheSettingAndReadAnewForEachSigning() throws Exception {
        var fixture = new WorkspaceFixture(temporary);
        Path list = temporary.resolve("authority.crl");
        try (Workspace workspace = fixture.found()) {
            Bytes root = Bytes.copyOf(workspace.keyring().documents().root().getEncoded());
            StampSource.Folder authority = TimeStamps.folder(temporary, root, Duration.ofSeconds(5));
            Files.writeString(list, "no list");
            assertTrue(String.valueOf(
                            assertThrows(WorkspaceException.class, () -> TimeStamps.revokedBy(authority, list))
                                    .getMessage())
                    .startsWith(list + ": "));
            Bytes revoked = workspace.keyring().authority().revocationList(fixture.clock);
            Files.write(list, revoked.toByteArray());
            workspace.timeStamps().use(TimeStamps.revokedBy(authority, list));
            assertEquals(
                    TimeStamps.revokedBy(authority, list),
                    workspace.timeStamps().source());
            assertEquals(
                    1,
                    workspace
                            .timeStamps()
                            .authority()
                            .orElseThrow()
                            .revoked()
                            .lists()
                            .size());
            assertEquals(
                    Optional.of(list),
                    workspace.timeStamps().withItsList(authority).revoked());
            Files.delete(list);
            assertEquals(
                    WorkspaceException.Kind.UNREADABLE_FILE,
                    assertThrows(
                                    WorkspaceException.class,
                                    () -> workspace.timeStamps().authority())
                            .kind());
            workspace.timeStamps().use(authority);
            assertEquals(
                    Optional.of(authority), Optional.of(workspace.timeStamps().source()));
        }
    }
}
