package org.cairn.ledger.key;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cairn.ledger.key.CertificateRegister.Revoked;
import org.cairn.proof.Bytes;

/// What the workspace's certificate authority does: each certificate enters the register before anybody is given it.
record Certificates(KeyFolder folder, OpenKeys open) {
    List<IssuedCertificate> all() throws KeyException {
        CertificateRegister register = register();
        return register.issued().stream()
                .map(one -> new IssuedCertificate(
                        one.serial(),
                        one.subject(),
                        one.notAfter(),
                        one.holder(),
                        register.revoked().stream()
                                .filter(revoked -> revoked.serial().equals(one.serial()))
                                .map(Revoked::at)
                                .findFirst()))
                .toList();
    }

    /// @return certificates in PEM: the new one, then the root
    Bytes certify(Bytes request, String from, SecureRandom random, InstantSource clock) throws KeyException {
        CertificateRequests.Asked asked = CertificateRequests.parse(request, from);
        List<X509Certificate> chain = open.keys()
                .authority()
                .certifyForDocuments(DocumentAuthority.name(asked.name()), asked.key(), clock.instant(), random);
        folder.write(register().withIssued(chain.getFirst(), Optional.empty()), open.workspaceKey());
        return CertificateRequests.pem(chain);
    }

    void revoke(BigInteger serial, RevocationReason reason, InstantSource clock) throws KeyException {
        CertificateRegister register = register();
        if (register.issued().stream().noneMatch(one -> one.serial().equals(serial))) {
            throw new KeyException("No certificate " + serial.toString(16)
                    + " was issued here: `cairn keys list` shows those that were.");
        }
        if (register.isRevoked(serial)) {
            throw new KeyException("The certificate " + serial.toString(16) + " is revoked already.");
        }
        folder.write(register.withRevoked(serial, clock.instant(), reason), open.workspaceKey());
    }

    /// A list with a number above that of every list before it.
    Bytes revocationList(InstantSource clock) throws KeyException {
        CertificateRegister register = register().withNextNumber();
        folder.write(register, open.workspaceKey());
        return open.keys().authority().revocationList(register, clock.instant());
    }

    /// Takes a new certificate of a person's key into the register.
    /// @param replaced the old certificate, where it counts no more
    void renewed(OpenKeys.OpenPerson person, DocumentKey key, Optional<X509Certificate> replaced, InstantSource clock)
            throws KeyException {
        CertificateRegister register = register().withIssued(key.certificate(), Optional.of(person.holder()));
        if (replaced.isPresent()) {
            register = register.withRevoked(
                    replaced.get().getSerialNumber(), clock.instant(), RevocationReason.SUPERSEDED);
        }
        folder.write(register, open.workspaceKey());
    }

    private CertificateRegister register() throws KeyException {
        return folder.certificates(open.workspaceKey());
    }
}
