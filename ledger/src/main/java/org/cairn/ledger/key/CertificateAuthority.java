package org.cairn.ledger.key;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.cairn.ledger.key.OpenKeys.OpenPerson;
import org.cairn.proof.Bytes;

/// The certificate authority of a workspace that is unlocked, and the document key of whoever unlocked it. Of one
/// keyring, and as safe as that for several threads.
public final class CertificateAuthority {
    private final Keyring keyring;

    CertificateAuthority(Keyring keyring) {
        this.keyring = keyring;
    }

    /// Every certificate that was issued, oldest first.
    public List<IssuedCertificate> issued() throws KeyException {
        return certificates().all();
    }

    /// A fresh revocation list by the root, DER, with a number above that of every list before it.
    public Bytes revocationList(InstantSource clock) throws KeyException {
        synchronized (keyring) {
            return certificates().revocationList(clock);
        }
    }

    /// A request (PKCS#10, PEM) for a certificate of the person's document key by another workspace's authority.
    public Bytes request() throws KeyException {
        OpenPerson person = keyring.requireOpen().requirePerson();
        return CertificateRequests.request(person.keys().documents(), person.name());
    }

    /// Certifies the key of somebody at another machine.
    /// @param request PKCS#10, PEM
    /// @param from    how messages name it
    /// @return certificates in PEM: the new one, then the root
    public Bytes certify(Bytes request, String from, SecureRandom random, InstantSource clock) throws KeyException {
        synchronized (keyring) {
            return certificates().certify(request, from, random, clock);
        }
    }

    public void revoke(BigInteger serial, RevocationReason reason, InstantSource clock) throws KeyException {
        synchronized (keyring) {
            certificates().revoke(serial, reason, clock);
        }
    }

    /// Three more years for the person's document key.
    public void renewOwn(SecureRandom random, InstantSource clock) throws KeyException {
        synchronized (keyring) {
            keyring.changed(keyring.personal().renewCertificate(random, clock));
        }
    }

    /// Another document key for the person; the old one's certificate is revoked.
    public void replaceOwn(DocumentKeyType type, SecureRandom random, InstantSource clock) throws KeyException {
        synchronized (keyring) {
            keyring.changed(keyring.personal().replaceDocumentKey(type, random, clock));
        }
    }

    private Certificates certificates() {
        return new Certificates(keyring.folder(), keyring.requireOpen());
    }
}
