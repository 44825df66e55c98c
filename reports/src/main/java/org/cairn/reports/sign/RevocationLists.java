package org.cairn.reports.sign;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.cairn.proof.Bytes;

/// What time-stamp authorities revoked, by lists (RFC 5280 section 5) that whoever asks has fetched. Without any list,
/// nothing is asked.
public record RevocationLists(List<X509CRL> lists) {
    private static final String INVALIDITY_DATE = "2.5.29.24";
    /// Where its place is in a certificate's key usage (RFC 5280 section 4.2.1.3).
    private static final int SIGNS_LISTS = 6;

    private static final Pattern WEAK = Pattern.compile("(?i)(MD[0-9]|SHA-?1)with.*");

    /// With one of these, stated, tokens from before the revocation stay good; with any other, or none, no token of
    /// the key does (RFC 3161 section 4).
    private static final Set<CRLReason> EARLIER_STAY_GOOD = EnumSet.of(
            CRLReason.UNSPECIFIED,
            CRLReason.AFFILIATION_CHANGED,
            CRLReason.SUPERSEDED,
            CRLReason.CESSATION_OF_OPERATION);

    public RevocationLists {
        lists = List.copyOf(lists);
    }

    public static RevocationLists none() {
        return new RevocationLists(List.of());
    }

    /// @param encoded PEM or DER, one list or several
    /// @throws CRLException unless it is lists that each tell of all that their issuer revoked
    public static RevocationLists read(Bytes encoded) throws CRLException {
        try {
            List<X509CRL> read = new ArrayList<>();
            for (var list : CertificateFactory.getInstance("X.509")
                    .generateCRLs(new ByteArrayInputStream(encoded.toByteArray()))) {
                X509CRL each = (X509CRL) list;
                Set<String> critical = each.getCriticalExtensionOIDs();
                if (critical != null && !critical.isEmpty()) {
                    throw new CRLException("the list of " + each.getIssuerX500Principal()
                            + " tells of a part of what it revoked (" + String.join(", ", critical) + ")");
                }
                if (WEAK.matcher(each.getSigAlgName()).matches()) {
                    throw new CRLException("the list of " + each.getIssuerX500Principal() + " is signed with "
                            + each.getSigAlgName() + ", which is not relied on here");
                }
                read.add(each);
            }
            if (read.isEmpty()) {
                throw new CRLException("it holds no revocation list");
            }
            return new RevocationLists(read);
        } catch (CertificateException e) {
            throw new CRLException("it is no revocation list: " + e.getMessage(), e);
        }
    }

    public RevocationLists and(RevocationLists more) {
        List<X509CRL> all = new ArrayList<>(lists);
        all.addAll(more.lists);
        return new RevocationLists(all);
    }

    /// Why a token is not to be believed; empty if it is, or nothing is asked. A list has to tell of its signer; of the
    /// authorities above it what is given counts.
    /// @param path  the signer's certificate first, the root last
    /// @param given when the token was given
    /// @param until until when it has to carry itself: what is said of the time after does not touch it
    Optional<String> refusal(List<X509Certificate> path, Instant given, Instant until) {
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i + 1 < path.size(); i++) {
            X509Certificate certificate = path.get(i);
            Collection<X509CRL> of = of(path.get(i + 1));
            for (X509CRL list : of) {
                Optional<String> revoked = revoked(list, certificate, given, until);
                if (revoked.isPresent()) {
                    return revoked;
                }
            }
            if (i == 0 && of.stream().noneMatch(list -> tells(list, certificate, given))) {
                return Optional.of("no revocation list that is given tells of " + certificate.getSubjectX500Principal()
                        + " at " + given + said(of));
            }
        }
        return Optional.empty();
    }

    /// Those that an authority signed.
    private List<X509CRL> of(X509Certificate issuer) {
        List<X509CRL> signed = new ArrayList<>();
        for (X509CRL list : lists) {
            try {
                boolean[] usage = issuer.getKeyUsage();
                if (list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                        && (usage == null || usage[SIGNS_LISTS])) {
                    list.verify(issuer.getPublicKey());
                    signed.add(list);
                }
            } catch (GeneralSecurityException _) {
                // somebody else's under the same name tells nothing
            }
        }
        return signed;
    }

    /// One that was in force then, or is later; once a certificate has ended, its issuer may drop it from the list.
    private static boolean tells(X509CRL list, X509Certificate certificate, Instant given) {
        Instant from = list.getThisUpdate().toInstant();
        Date next = list.getNextUpdate();
        Instant to = next == null ? from : next.toInstant();
        return !to.isBefore(given) && !from.isAfter(certificate.getNotAfter().toInstant());
    }

    private static String said(Collection<X509CRL> lists) {
        return lists.isEmpty()
                ? ": none is of its issuer"
                : ": "
                        + String.join(
                                ", ",
                                lists.stream()
                                        .map(list -> "one is of "
                                                + list.getThisUpdate().toInstant() + " and good until "
                                                + list.getNextUpdate())
                                        .toList());
    }

    private static Optional<String> revoked(X509CRL list, X509Certificate certificate, Instant given, Instant until) {
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        if (entry == null) {
            return Optional.empty();
        }
        Instant since = since(entry);
        CRLReason reason = entry.getRevocationReason();
        if (since.isAfter(until) || reason != null && EARLIER_STAY_GOOD.contains(reason) && given.isBefore(since)) {
            return Optional.empty();
        }
        return Optional.of("the certificate of " + certificate.getSubjectX500Principal() + " is revoked since " + since
                + " (" + (reason == null ? "no reason is stated" : said(reason)) + "), as the list of "
                + list.getThisUpdate().toInstant() + " says");
    }

    private static String said(CRLReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The key may have been known to others before the authority noticed (RFC 5280 section 5.3.2).
    private static Instant since(X509CRLEntry entry) {
        Instant revoked = entry.getRevocationDate().toInstant();
        byte[] encoded = entry.getExtensionValue(INVALIDITY_DATE);
        if (encoded == null) {
            return revoked;
        }
        try {
            byte[] inner = ASN1OctetString.getInstance(encoded).getOctets();
            Instant invalid = ASN1GeneralizedTime.getInstance(inner).getDate().toInstant();
            return invalid.isBefore(revoked) ? invalid : revoked;
        } catch (java.text.ParseException | IllegalArgumentException _) {
            return Instant.MIN; // who revoked it meant to say something worse than can be read
        }
    }
}
