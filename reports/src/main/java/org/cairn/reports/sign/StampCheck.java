package org.cairn.reports.sign;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/// Whether a time-stamp token is an authority's (RFC 3161 section 2.3: a certificate for this purpose alone), by a
/// chain to a root that somebody trusts.
final class StampCheck {
    private StampCheck() {}

    static Instant givenAt(TimeStampToken token) {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /// Why it is not to be believed; empty if it is.
    /// @param at      when the chain has to be in its dates: until then the token carries itself
    /// @param revoked what authorities revoked, where that is asked
    static Optional<String> refusal(TimeStampToken token, X509Certificate root, Instant at, RevocationLists revoked) {
        try {
            List<X509Certificate> carried = carried(token);
            Optional<X509Certificate> signer = signer(token);
            if (signer.isEmpty()) {
                return Optional.of("the time stamp does not carry the certificate of its signer");
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer.get()));
            List<X509Certificate> path = new ArrayList<>();
            Optional<String> refused = chainRefusal(signer.get(), carried, root, at, path);
            return refused.isPresent() ? refused : revoked.refusal(path, givenAt(token), at);
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            return Optional.of("the time stamp does not verify: " + e.getMessage());
        }
    }

    /// The certificate that signed it, if it goes along.
    static Optional<X509Certificate> signer(TimeStampToken token) throws GeneralSecurityException {
        for (X509CertificateHolder holder : holders(token)) {
            if (token.getSID().match(holder)) {
                return Optional.of(new JcaX509CertificateConverter().getCertificate(holder));
            }
        }
        return Optional.empty();
    }

    private static List<X509Certificate> carried(TimeStampToken token) throws GeneralSecurityException {
        List<X509Certificate> carried = new ArrayList<>();
        for (X509CertificateHolder holder : holders(token)) {
            carried.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        return carried;
    }

    private static Collection<X509CertificateHolder> holders(TimeStampToken token) {
        return token.getCertificates().getMatches(null);
    }

    /// @param path filled with the certificates, the root last
    private static Optional<String> chainRefusal(
            X509Certificate signer,
            List<X509Certificate> carried,
            X509Certificate root,
            Instant at,
            List<X509Certificate> path) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            var parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), target);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(carried)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            for (var each : CertPathBuilder.getInstance("PKIX")
                    .build(parameters)
                    .getCertPath()
                    .getCertificates()) {
                path.add((X509Certificate) each);
            }
            path.add(root);
            root.checkValidity(Date.from(at));
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.of("the certificate of " + signer.getSubjectX500Principal()
                    + " does not lead to the root of the authority at " + at + " (it is good from "
                    + signer.getNotBefore().toInstant() + " to "
                    + signer.getNotAfter().toInstant() + ")");
        }
    }
}
