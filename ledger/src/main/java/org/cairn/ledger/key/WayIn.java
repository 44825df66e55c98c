package org.cairn.ledger.key;

import org.cairn.proof.KeyId;

/// A person's way into a workspace, as anybody can read it who has the folder: without a name.
/// @param holder  who this is: the id of the first entry key that the person had here; it stays when keys are rotated
/// @param label   what the person chose to be found by, such as `person-2`
/// @param keyFile whether a key file is asked for beside the passphrase
/// @param totp    whether six digits are asked for
public record WayIn(KeyId holder, String label, boolean keyFile, boolean totp) {}
