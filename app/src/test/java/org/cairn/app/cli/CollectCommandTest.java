package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.FixedCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectCommandTest {
    @TempDir
    Path temporary;

    @Test
    void whatOnlyReportsOfOtherToolsCanShowIsNotListedAndCannotBeCollected() throws Exception {
        CommandFixture commands = new CommandFixture(temporary, new FixedCollector("test.one", "PermitRootLogin no\n"));
        commands.workspace.found().close();
        Result all = commands.run("collect", "-w", commands.folder(), "--format", "csv");
        assertEquals(0, all.exit(), all.err());
        assertTrue(all.out().contains("net.listen"), all.out());
        assertFalse(all.out().contains("host.benchmark") || all.out().contains("sup.vuln"), all.out());
        Result one = commands.run("collect", "-w", commands.folder(), "--check", "sup.vuln");
        assertEquals(2, one.exit(), one.err());
        assertTrue(one.err().contains("no collector import.vulnerabilities; nothing was collected"), one.err());
    }
}
