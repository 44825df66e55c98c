package org.cairn.app.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gives commands on a small disk that is full but for some pages, more each time, until the command is done: so the
/// disk becomes full at every phase of it. Prints what became of each.
final class FullDiskProgram {
    private static final int PAGE_SIZE_BYTES = 4096;

    private final Path disk;
    private final Path template;
    private final Path ballast;
    private final List<String> before;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    private FullDiskProgram(Path disk, Path template) throws Exception {
        this.disk = disk;
        this.template = template;
        this.ballast = disk.resolve("ballast");
        this.before = CommandTrial.log(template);
    }

    /// Arguments: where the small disk is mounted, the template, `long` or `short`.
    public static void main(String[] arguments) throws Exception {
        FullDiskProgram program = new FullDiskProgram(Path.of(arguments[0]), Path.of(arguments[1]));
        boolean everyPage = arguments[2].equals("long");
        for (CommandUnderTest command : CommandUnderTest.values()) {
            boolean slow = command == CommandUnderTest.PACK;
            int pages = 0;
            while (!program.isDoneWith(command, pages)) {
                pages = everyPage && !slow ? pages + 1 : slow ? 8 * pages + 16 : 3 * pages + 2;
            }
        }
        program.outcomes.forEach((what, times) -> System.out.println(what + ": " + times));
    }

    private boolean isDoneWith(CommandUnderTest command, int pages) throws Exception {
        Files.deleteIfExists(ballast);
        Path folder = disk.resolve("trial");
        FaultForms.delete(folder);
        FaultForms.copy(template, folder);
        leave(pages);
        CommandProgram.Ended ended = CommandProgram.run(folder, command);
        Files.delete(ballast);
        if (ended.exit() != 0
                && !ended.err().contains("No space left")
                && !ended.err().contains("disk is full")) {
            throw new AssertionError(command + " with " + pages + " pages does not say why: " + ended.err());
        }
        String happened = command + ", disk full after " + pages + " pages, exit " + ended.exit() + ": " + ended.err();
        String outcome = new CommandTrial(folder, command, before, happened).judge(ended.exit(), ended.err());
        outcomes.merge(command + ", " + outcome, 1, Integer::sum);
        return ended.exit() == 0;
    }

    private void leave(int pages) throws IOException {
        long free = Files.getFileStore(disk).getUsableSpace();
        byte[] filling = new byte[(int) Math.max(0, free - (long) pages * PAGE_SIZE_BYTES)];
        Arrays.fill(filling, (byte) 1);
        Files.write(ballast, filling);
    }
}
