package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.causality.policy.Scrutiny;
import org.cairn.causality.policy.Sight;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "deviations",
        description = "Where a record departs from a policy, each with what led to it, and what cannot be told.",
        mixinStandardHelpOptions = true)
final class RuntimeDeviationsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Mixin
    private RuntimePolicyOptions policies = new RuntimePolicyOptions();

    @Mixin
    private RuntimeWindow times = new RuntimeWindow();

    @Mixin
    private RuntimeLimits limits = new RuntimeLimits();

    @Option(
            names = "--digests",
            paramLabel = "FILE",
            description = "What files held, as sha256sum prints it: a record tells paths alone.")
    private Optional<Path> digests = Optional.empty();

    @Option(names = "--chains", description = "With what led to each.")
    private boolean chains;

    RuntimeDeviationsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        RuntimeRecord record = options.read();
        Instant now = context.environment().clock().instant();
        Window window = times.window(now);
        RuntimePolicySource policy = policies.source(context, window.until().orElse(now));
        Map<String, Digest> sums = digests.isPresent() ? RuntimeDigests.read(digests.get()) : Map.of();
        RuntimeDeviationsListing listing = new RuntimeDeviationsListing(
                record,
                window,
                policy,
                Scrutiny.of(record.graph(), policy.policy(), window, sums),
                Sight.of(record, window, policy.policy()),
                chains ? Optional.of(limits.limits()) : Optional.empty());
        if (options.format() == Format.JSON) {
            JsonOutput.print(context.terminal().out(), listing.json(options));
        } else {
            listing.printTo(context.terminal().out());
        }
        return listing.isClean() ? ExitCode.DONE : ExitCode.NO;
    }
}
