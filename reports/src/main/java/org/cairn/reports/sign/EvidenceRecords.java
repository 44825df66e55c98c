package org.cairn.reports.sign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.PackException;

/// Makes and renews evidence records (RFC 4998): one time stamp over a hash tree of all files gives each its own
/// record, and one more before the certificate or the algorithm of the last one ends keeps them all.
public record EvidenceRecords(TimeStamping stamps) {
    /// @param record its record so far; empty for a file that has none
    public record Kept(ArchivedFile file, Optional<Bytes> record) {}

    private record Leaf(Bytes hash, Optional<EvidenceRecord> before, boolean newChain) {}

    /// A record for each file, in the same order. One without a record gets its first; one whose records hash with
    /// `algorithm` gets another time stamp (section 5.2: over the last one), any other a new chain (section 5.3:
    /// over the file and all before).
    public List<Bytes> renew(List<Kept> files, HashAlgorithm algorithm) throws PackException {
        List<Leaf> leaves = new ArrayList<>();
        for (Kept kept : files) {
            leaves.add(leaf(kept, algorithm));
        }
        HashTree tree = new HashTree(algorithm, leaves.stream().map(Leaf::hash).toList());
        ContentInfo token =
                ContentInfo.getInstance(stamps.respond(algorithm, tree.root().toByteArray())
                        .getTimeStampToken()
                        .toCMSSignedData()
                        .toASN1Structure());
        List<Bytes> records = new ArrayList<>();
        for (Leaf leaf : leaves) {
            records.add(der(record(leaf, stamp(tree.reduced(leaf.hash()), algorithm, token))));
        }
        return records;
    }

    /// The strongest algorithm that one of these records hashes with.
    public static Optional<HashAlgorithm> strongest(List<Bytes> records) throws PackException {
        Optional<HashAlgorithm> strongest = Optional.empty();
        for (Bytes record : records) {
            Optional<HashAlgorithm> one = algorithm(lastChain(parse(record)));
            if (one.isPresent() && (strongest.isEmpty() || one.get().compareTo(strongest.get()) > 0)) {
                strongest = one;
            }
        }
        return strongest;
    }

    static EvidenceRecord parse(Bytes record) throws PackException {
        try {
            EvidenceRecord parsed = EvidenceRecord.getInstance(record.toByteArray());
            if (parsed.getArchiveTimeStampSequence().size() == 0) {
                throw new PackException("the evidence record holds no time stamp");
            }
            return parsed;
        } catch (RuntimeException e) {
            throw new PackException("not an evidence record (RFC 4998): " + e.getMessage(), e);
        }
    }

    static Bytes der(ASN1Encodable value) {
        try {
            return Bytes.copyOf(value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalStateException("what is in memory has an encoding", e);
        }
    }

    static Optional<HashAlgorithm> algorithm(ArchiveTimeStampChain chain) {
        return HashAlgorithm.of(
                chain.getArchiveTimestamps()[0].getDigestAlgorithmIdentifier().getAlgorithm());
    }

    private static ArchiveTimeStampChain lastChain(EvidenceRecord record) {
        return chains(record).getLast();
    }

    static List<ArchiveTimeStampChain> chains(EvidenceRecord record) {
        return List.of(record.getArchiveTimeStampSequence().getArchiveTimeStampChains());
    }

    private static Leaf leaf(Kept kept, HashAlgorithm algorithm) throws PackException {
        if (kept.record().isEmpty()) {
            return new Leaf(kept.file().hash(algorithm), Optional.empty(), true);
        }
        EvidenceRecord before = parse(kept.record().get());
        ArchiveTimeStampChain chain = lastChain(before);
        if (algorithm(chain).equals(Optional.of(algorithm))) {
            ArchiveTimeStamp[] stamps = chain.getArchiveTimestamps();
            Bytes last = der(stamps[stamps.length - 1].getTimeStamp());
            return new Leaf(algorithm.hash(last), Optional.of(before), false);
        }
        Bytes chains = algorithm.hash(der(before.getArchiveTimeStampSequence()));
        return new Leaf(algorithm.hash(kept.file().hash(algorithm), chains), Optional.of(before), true);
    }

    private static ArchiveTimeStamp stamp(List<List<Bytes>> reduced, HashAlgorithm algorithm, ContentInfo token) {
        if (reduced.isEmpty()) {
            return new ArchiveTimeStamp(token);
        }
        PartialHashtree[] lists = reduced.stream()
                .map(list -> new PartialHashtree(
                        list.stream().map(Bytes::toByteArray).toArray(byte[][]::new)))
                .toArray(PartialHashtree[]::new);
        return new ArchiveTimeStamp(algorithm.encoded(), lists, token);
    }

    private static EvidenceRecord record(Leaf leaf, ArchiveTimeStamp stamp) {
        List<ArchiveTimeStampChain> chains = new ArrayList<>();
        leaf.before().ifPresent(before -> chains.addAll(chains(before)));
        if (leaf.newChain()) {
            chains.add(new ArchiveTimeStampChain(stamp));
        } else {
            List<ArchiveTimeStamp> stamps =
                    new ArrayList<>(List.of(chains.removeLast().getArchiveTimestamps()));
            stamps.add(stamp);
            chains.add(new ArchiveTimeStampChain(stamps.toArray(ArchiveTimeStamp[]::new)));
        }
        AlgorithmIdentifier[] algorithms = chains.stream()
                .flatMap(chain -> algorithm(chain).stream())
                .distinct()
                .map(HashAlgorithm::encoded)
                .toArray(AlgorithmIdentifier[]::new);
        return new EvidenceRecord(
                algorithms, null, null, new ArchiveTimeStampSequence(chains.toArray(ArchiveTimeStampChain[]::new)));
    }
}
