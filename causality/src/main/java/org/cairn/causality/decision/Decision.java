package org.cairn.causality.decision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Endpoint;
import org.cairn.proof.Digest;

/// One answer of a model as its log states it. No text of prompt or answer is kept.
/// @param line         counts lines of the log from 1
/// @param offset       bytes before it
/// @param recordSha256 of the line without its line feed
/// @param until        when the answer was complete
/// @param host         on which it was made, where the log says so
/// @param pid          of the process that answered, where the log says so
/// @param client       who asked
/// @param server       whom the logger asked in turn
/// @param context      what was retrieved for it
/// @param cost         in the currency of the log
public record Decision(
        long line,
        long offset,
        Digest recordSha256,
        Optional<String> id,
        Instant at,
        Optional<Instant> until,
        Optional<String> model,
        Optional<String> host,
        Optional<Long> pid,
        Optional<Endpoint.Inet> client,
        Optional<Endpoint.Inet> server,
        Optional<Prompt> prompt,
        List<Context> context,
        Optional<String> policy,
        Optional<String> approver,
        Tokens tokens,
        Optional<BigDecimal> cost) {
    public Decision {
        context = List.copyOf(context);
    }

    /// @param computed true if the log holds the text, of which the digest was taken when it was read; false if the log
    ///                 states the digest
    public record Prompt(Digest sha256, boolean computed) {}

    /// @param sha256 as the log states it
    public record Context(String path, Optional<Digest> sha256) {}

    public record Tokens(Optional<Long> prompt, Optional<Long> completion, Optional<Long> total) {}

    /// The last moment of it that is known.
    public Instant end() {
        return until.filter(time -> !time.isBefore(at)).orElse(at);
    }
}
