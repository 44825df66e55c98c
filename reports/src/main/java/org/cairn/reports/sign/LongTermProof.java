package org.cairn.reports.sign;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackException;

/// Whether a file can be shown to have existed, at a date long after the certificates of that time ended (RFC 4998
/// section 5.3): each time stamp was renewed while it still carried itself, and the last one carries itself at the
/// date. What authorities revoked is asked where lists are given.
/// @param roots    of authorities that whoever asks believes
/// @param weakFrom from when an algorithm is no longer relied on; none named, never
/// @param at       the date
/// @param revoked  by authorities, as whoever asks was told
public record LongTermProof(
        List<X509Certificate> roots, Map<HashAlgorithm, Instant> weakFrom, Instant at, RevocationLists revoked) {
    public LongTermProof {
        roots = List.copyOf(roots);
        weakFrom = Map.copyOf(weakFrom);
    }

    /// @param existedBy since when the file can be shown to have existed; empty where it cannot
    /// @param renewBy   when the last time stamp's certificate ends
    /// @param steps     what was found, a line each
    /// @param problems  why it proves nothing; empty if it proves
    public record Result(
            Optional<Instant> existedBy, Optional<Instant> renewBy, List<String> steps, List<String> problems) {
        public Result {
            steps = List.copyOf(steps);
            problems = List.copyOf(problems);
        }

        static Result refused(String problem) {
            return new Result(Optional.empty(), Optional.empty(), List.of(), List.of(problem));
        }
    }

    /// A time stamp with the hash that it has to be over.
    private record Link(TimeStampToken token, HashAlgorithm algorithm, Bytes hash, List<List<Bytes>> reduced) {
        Instant time() {
            return StampCheck.givenAt(token);
        }
    }

    /// By the evidence record of a file.
    public Result ofRecord(Bytes record, ArchivedFile file) {
        try {
            return judge(links(EvidenceRecords.parse(record), file));
        } catch (PackException e) {
            return Result.refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // what the library throws at hostile ASN.1 that it reads late
            return Result.refused("not an evidence record (RFC 4998): " + e.getMessage());
        }
    }

    /// By one time stamp alone.
    /// @param response a TimeStampResp in DER over `stamped`
    public Result ofStamp(Bytes response, Bytes stamped) {
        try {
            TimeStampToken token = new TimeStampResponse(response.toByteArray()).getTimeStampToken();
            if (token == null) {
                return Result.refused("the time stamp was not granted");
            }
            HashAlgorithm algorithm = algorithm(token);
            return judge(List.of(new Link(token, algorithm, algorithm.hash(stamped), List.of())));
        } catch (TSPException | java.io.IOException | PackException | RuntimeException e) {
            return Result.refused("not a time stamp: " + e.getMessage());
        }
    }

    private static List<Link> links(EvidenceRecord record, ArchivedFile file) throws PackException {
        List<Link> links = new ArrayList<>();
        List<ArchiveTimeStampChain> chains = EvidenceRecords.chains(record);
        for (int i = 0; i < chains.size(); i++) {
            HashAlgorithm algorithm = EvidenceRecords.algorithm(chains.get(i))
                    .orElseThrow(() -> new PackException("a chain hashes with an algorithm that is not known here"));
            Bytes hash = file.hash(algorithm);
            if (i > 0) {
                var before = new ArchiveTimeStampSequence(chains.subList(0, i).toArray(ArchiveTimeStampChain[]::new));
                hash = algorithm.hash(hash, algorithm.hash(EvidenceRecords.der(before)));
            }
            for (ArchiveTimeStamp stamp : chains.get(i).getArchiveTimestamps()) {
                links.add(link(stamp, algorithm, hash));
                hash = algorithm.hash(EvidenceRecords.der(stamp.getTimeStamp()));
            }
        }
        return links;
    }

    private static Link link(ArchiveTimeStamp stamp, HashAlgorithm algorithm, Bytes hash) throws PackException {
        try {
            TimeStampToken token = new TimeStampToken(stamp.getTimeStamp());
            if (algorithm(token) != algorithm
                    || !HashAlgorithm.of(stamp.getDigestAlgorithmIdentifier().getAlgorithm())
                            .equals(Optional.of(algorithm))) {
                throw new PackException("the time stamp of " + StampCheck.givenAt(token)
                        + " hashes with another algorithm than its chain");
            }
            return new Link(token, algorithm, hash, lists(stamp.getReducedHashTree()));
        } catch (TSPException | java.io.IOException | RuntimeException e) {
            throw new PackException("a time stamp of the evidence record cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<List<Bytes>> lists(PartialHashtree[] tree) {
        List<List<Bytes>> lists = new ArrayList<>();
        if (tree != null) {
            for (PartialHashtree list : tree) {
                lists.add(java.util.Arrays.stream(list.getValues())
                        .map(Bytes::copyOf)
                        .toList());
            }
        }
        return lists;
    }

    private static HashAlgorithm algorithm(TimeStampToken token) throws PackException {
        return HashAlgorithm.of(token.getTimeStampInfo().getMessageImprintAlgOID())
                .orElseThrow(() -> new PackException("a time stamp hashes with "
                        + token.getTimeStampInfo().getMessageImprintAlgOID() + ", which is not known here"));
    }

    private Result judge(List<Link> links) {
        List<String> steps = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            Instant until = i + 1 < links.size() ? links.get(i + 1).time() : at;
            String name = "time stamp " + (i + 1) + " of " + links.size() + " (" + link.time() + ")";
            linkProblem(link, until).ifPresent(problem -> problems.add(name + ": " + problem));
            String asked = revoked.lists().isEmpty() ? "" : ", held against the revocation lists given";
            steps.add(name + ": " + link.algorithm().word() + ", carried until " + until + asked);
        }
        return new Result(
                problems.isEmpty() ? Optional.of(links.getFirst().time()) : Optional.empty(),
                ends(links.getLast().token()),
                steps,
                problems);
    }

    private Optional<String> linkProblem(Link link, Instant until) {
        if (until.isBefore(link.time())) {
            return Optional.of("it is later than what it has to precede, " + until);
        }
        if (!leadsToImprint(link)) {
            return Optional.of("it is not over what it has to be over: something before it was changed or left out");
        }
        Optional<String> unknown = unknownDigest(link.token());
        if (unknown.isPresent()) {
            return Optional.of("its signature hashes with " + unknown.get() + ", which is not relied on here");
        }
        for (HashAlgorithm used : used(link)) {
            Instant weak = weakFrom.get(used);
            if (weak != null && until.isAfter(weak)) {
                return Optional.of(used.word() + " is not relied on from " + weak
                        + ", and it was not renewed with another before; it would have to hold until " + until);
            }
        }
        List<String> refusals = new ArrayList<>();
        for (X509Certificate root : roots) {
            Optional<String> refusal = StampCheck.refusal(link.token(), root, until, revoked);
            if (refusal.isEmpty()) {
                return refusal;
            }
            refusals.add(refusal.get());
        }
        return Optional.of(roots.isEmpty() ? "no root of an authority is given" : String.join("; ", refusals));
    }

    /// SHA-1 and what is weaker have no name here.
    private static Optional<String> unknownDigest(TimeStampToken token) {
        return digests(token)
                .filter(digest -> HashAlgorithm.of(digest).isEmpty())
                .map(ASN1ObjectIdentifier::getId)
                .findFirst();
    }

    /// What the stamp hashes with, and what its signature does.
    private static List<HashAlgorithm> used(Link link) {
        List<HashAlgorithm> used = new ArrayList<>(List.of(link.algorithm()));
        digests(link.token()).forEach(digest -> HashAlgorithm.of(digest).ifPresent(used::add));
        return used;
    }

    private static Stream<ASN1ObjectIdentifier> digests(TimeStampToken token) {
        return token.toCMSSignedData().getSignerInfos().getSigners().stream()
                .map(signer -> new ASN1ObjectIdentifier(signer.getDigestAlgOID()));
    }

    private static boolean leadsToImprint(Link link) {
        Bytes hash = link.hash();
        for (int i = 0; i < link.reduced().size(); i++) {
            List<Bytes> list = new ArrayList<>(link.reduced().get(i));
            if (i == 0 && !list.contains(hash)) {
                return false;
            }
            if (i > 0) {
                list.add(hash);
            }
            hash = list.size() == 1 ? list.getFirst() : HashTree.node(link.algorithm(), list);
        }
        return hash.equals(Bytes.copyOf(link.token().getTimeStampInfo().getMessageImprintDigest()));
    }

    private static Optional<Instant> ends(TimeStampToken token) {
        try {
            return StampCheck.signer(token)
                    .map(certificate -> certificate.getNotAfter().toInstant());
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
