package org.cairn.app.cli;

import org.cairn.causality.query.Limits;
import picocli.CommandLine.Option;

/// How far an answer goes. What it leaves out is told.
final class RuntimeLimits {
    @Option(names = "--depth", defaultValue = "16", description = "Steps from the start; default: ${DEFAULT-VALUE}.")
    private int depth = 16;

    @Option(
            names = "--fan-out",
            defaultValue = "12",
            description = "Edges followed at one node; default: ${DEFAULT-VALUE}.")
    private int fanOut = 12;

    @Option(names = "--nodes", defaultValue = "5000", description = "Nodes in all; default: ${DEFAULT-VALUE}.")
    private int nodes = 5_000;

    Limits limits() throws Refused {
        if (depth < 1 || fanOut < 1 || nodes < 2) {
            throw new Refused("--depth and --fan-out take 1 or more, --nodes 2 or more");
        }
        return new Limits(depth, fanOut, Limits.USUAL.requests(), nodes, Limits.USUAL.systemPaths());
    }
}
