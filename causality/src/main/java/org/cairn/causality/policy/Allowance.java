package org.cairn.causality.policy;

import org.cairn.causality.Endpoint;
import org.cairn.causality.policy.RuntimePolicy.UserChange;

/// What a policy would have to say so that one objection is not raised.
sealed interface Allowance {
    record Program(String path) implements Allowance {}

    record Child(String parent, String program) implements Allowance {}

    record Read(String path) implements Allowance {}

    record Write(String path) implements Allowance {}

    record Destination(Endpoint.Inet endpoint) implements Allowance {}

    /// Nothing does: a model is not to be written to.
    record Never() implements Allowance {}

    record ModelReader(String program, String user) implements Allowance {}

    record Artefact(String path) implements Allowance {}

    record User(String id) implements Allowance {}

    record Change(UserChange change) implements Allowance {}

    record Volume(int files) implements Allowance {}
}
