package org.cairn.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.LongTermRequest;
import org.cairn.app.workspace.Verification;
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Verdict;
import org.cairn.proof.witness.WitnessJson;
import org.cairn.proof.witness.WitnessPolicy;
import org.cairn.reports.sign.HashAlgorithm;
import org.cairn.verifier.PackVerification;
import org.cairn.verifier.PolicyFile;
import org.cairn.verifier.RefusedInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = "Verifies a pack or a workspace folder, offline and without a passphrase.",
        footer = "Exit 0: intact. 1: broken, every defect is named. 2: incomplete, or the input was refused.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "PACK|DIR", description = "A pack (zip) or a workspace folder.")
    private Path subject = Path.of("");

    @Option(
            names = "--root-fingerprint",
            paramLabel = "HEX",
            description = "SHA-256 of the root certificate as you were told it by another way than the pack.")
    private Optional<String> fingerprint = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Your own policy (C2SP tlog-policy): whose cosignatures a pack has to have.")
    private Optional<Path> policyFile = Optional.empty();

    @Option(
            names = "--known-checkpoint",
            paramLabel = "FILE",
            description =
                    "A checkpoint of this log that you know from elsewhere: a note, or the three lines from paper.")
    private List<Path> known = new ArrayList<>();

    @Option(
            names = "--tsa-root",
            paramLabel = "FILE",
            description =
                    "Root certificate of a time-stamp authority that you believe. Repeatable. Then a pack has to be"
                            + " shown to have existed while its certificates were good.")
    private List<Path> roots = new ArrayList<>();

    @Option(
            names = "--tsa-crl",
            paramLabel = "FILE",
            description = "Revocation list of such an authority. Repeatable. Then one has to tell of the certificate"
                    + " behind each time stamp.")
    private List<Path> revoked = new ArrayList<>();

    @Option(
            names = "--evidence-record",
            paramLabel = "FILE",
            description = "The pack's evidence record (RFC 4998). Default: PACK.ers, if it is there.")
    private Optional<Path> record = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When time stamps have to hold: a day or an instant. Default: now.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--weak-from",
            paramLabel = "ALGORITHM=DAY",
            description = "From when SHA-256, SHA-384 or SHA-512 is no longer relied on. Repeatable.")
    private Map<String, String> weakFrom = new TreeMap<>();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    VerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Optional<WitnessPolicy> own = policy();
        Verification verification = Files.isDirectory(subject)
                ? WorkspaceVerifier.verifyFolder(subject, context.environment().memory(), known)
                : WorkspaceVerifier.provenLongTerm(
                        own.isPresent()
                                ? WorkspaceVerifier.verify(subject, expectedRoot(), own.get())
                                : WorkspaceVerifier.verify(subject, expectedRoot()),
                        subject,
                        longTerm());
        switch (format) {
            case JSON -> JsonOutput.print(context.terminal().out(), json(verification, now()));
            case TABLE, CSV -> VerificationTexts.printTo(context.terminal().out(), verification, now());
        }
        return switch (verification.verdict()) {
            case Verdict.Intact _ -> ExitCode.DONE;
            case Verdict.Broken _ -> ExitCode.NO;
            case Verdict.Incomplete _ -> ExitCode.REFUSED;
        };
    }

    private LongTermRequest longTerm() throws Refused {
        Map<HashAlgorithm, Instant> weak = new EnumMap<>(HashAlgorithm.class);
        for (Map.Entry<String, String> one : weakFrom.entrySet()) {
            weak.put(
                    HashWords.parse(one.getKey()),
                    When.day(one.getValue()).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        if (!revoked.isEmpty() && roots.isEmpty()) {
            throw new Refused("--tsa-crl needs --tsa-root: whose lists they are");
        }
        return new LongTermRequest(record, roots, weak, When.optional(at, now()).orElse(now()), revoked);
    }

    private Instant now() {
        return context.environment().clock().instant();
    }

    private Optional<WitnessPolicy> policy() throws Refused {
        if (policyFile.isPresent() && Files.isDirectory(subject)) {
            throw new Refused("--policy is for packs; `cairn witness status` tells who vouches for a workspace");
        }
        try {
            return PolicyFile.read(policyFile);
        } catch (RefusedInput e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Digest> expectedRoot() throws Refused {
        try {
            return fingerprint.map(PackVerification::parseFingerprint);
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + fingerprint.orElse("")
                    + "' is no fingerprint: 64 hexadecimal digits, with colons or spaces between them if you like");
        }
    }

    private static Json json(Verification verification, Instant asOf) {
        Verdict verdict = verification.verdict();
        Json.Builder document = Json.object()
                .with("verdict", VerificationTexts.word(verdict))
                .with("defects", defects(verdict))
                .with(
                        "missing",
                        JsonOutput.texts(verdict instanceof Verdict.Incomplete(var missing) ? missing : List.of()))
                .with("checked", JsonOutput.texts(verification.checked()))
                .with("notes", JsonOutput.texts(verification.notes()))
                .with(
                        "witnesses",
                        verification
                                .witnesses()
                                .map(found -> WitnessJson.witnesses(found.statement()))
                                .orElse(List.of()))
                .with("limits", JsonOutput.texts(VerificationTexts.limits(verification, asOf)));
        verification
                .witnesses()
                .ifPresent(found -> document.with(
                        "witnessing",
                        WitnessJson.of(found.statement(), asOf)
                                .with("policy", OutcomeTexts.code(found.policy()))
                                .build()));
        if (verdict instanceof Verdict.Intact(var at)) {
            document.with(
                    "checkpoint",
                    Json.object()
                            .with("origin", at.origin())
                            .with("size", at.size())
                            .with("root", at.root().hex())
                            .build());
        }
        verification
                .root()
                .ifPresent(root -> document.with(
                        "root",
                        Json.object()
                                .with("fingerprint", root.fingerprint().hex())
                                .with("source", OutcomeTexts.code(root.source()))
                                .build()));
        return document.build();
    }

    private static JsonArray defects(Verdict verdict) {
        List<Defect> defects = verdict instanceof Verdict.Broken(var all) ? all : List.of();
        return new JsonArray(defects.stream()
                .<Json>map(defect -> Json.object()
                        .with("file", JsonOutput.text(defect.file()))
                        .with("entry", defect.entry().<Json>map(Json::number).orElse(new JsonNull()))
                        .with("problem", JsonOutput.text(defect.problem()))
                        .build())
                .toList());
    }
}
