package org.cairn.ledger.key;

import java.util.Optional;

/// Who is to be added.
/// @param name  stands in the certificate, and otherwise only where people who open the workspace read it
/// @param label what the person is found by before anybody typed a passphrase; readable by anybody who has the folder;
///              empty gives a number
public record NewPerson(String name, Optional<String> label, PersonSecrets secrets, DocumentKeyType documents) {
    public static NewPerson of(String name, PersonSecrets secrets) {
        return new NewPerson(name, Optional.empty(), secrets, DocumentKeyType.P_256);
    }
}
